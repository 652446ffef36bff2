"""Names and figures of the planeringsdirektiv 2020, as the source document has them; typed in by hand."""

from __future__ import annotations

SIX_POINTS = (
    "befolkningsutvecklingen och den demografiska sammansättningen",
    "jämställd och jämlik hälsa och vård",
    "ökad tillgänglighet",
    "en långsiktigt hållbar kompetensförsörjning",
    "Region Blekinge som attraktiv arbetsgivare",
    "stärkt kostnadskontroll och budgetföljsamhet",
)

NAMES = (
    "Planeringsdirektiv 2020",
    "ett hållbart, jämlikt och jämställt Blekinge",
    "Socialdemokraterna",
    "Gruppledare (S)",
    "Attraktiva Blekinge",
    "Programplan – Framtidens hälso- och sjukvård",
    "Agenda 2030",
    "17 globala mål",
    "kulturella och kreativa näringarna (KKN)",
    "Regionplan 2019–2021",
    "Regionplan 2020–2022 med budget för 2020",
    "Planeringsförutsättningar 2020",
    "Hälsa på lika villkor",
    "Folkhälsorapport 2018",
    "”Tillsammans kan vi göra skillnad”",
    "”Ett helt liv i Blekinge”",
    "Kommissionen för ett jämlikt Blekinge",
    "miljö- och hållbarhetsplan",
    "år 2045",
    "avancerad sjukvård i hemmet (ASIH)",
    "östra Blekinge",
    "diabetes och demens",
    "digital vårdcentral",
    "kvällsöppen vårdcentral i varje kommun",
    "”Etablering av en samlad palliativ enhet och avancerad sjukvård i hemmet”",
    "”Behovsanalys palliativ vård i Blekinge”",
    "barn 0–18 år",
    "senast 2021",
    "”Strategi för införande av akutläkare, Landstinget Blekinge”",
    "Mottagningen för barn och ungas hälsa",
    "riktade hälsosamtal",
    "kompetensrådet",
    "medflyttarservice",
    "Blekingemodellen",
    "ersättningsmodellen för Hälsovalet",
    "sjukvårdens första linje",
    "planeringsdialogen i mars 2019",
    "civilsamhället",
    "kompetensförsörjningsstrategin",
    "omedelbar justering",
    "Skandia",
    "KPA",
    "LÖF",
    "LPIK",
    "Sveriges Kommuner och Landsting (SKL)",
)

DIREKTIV = {
    "samtliga nämnder": 3,
    "regionstyrelsen": 1,
    "hälso- och sjukvårdsnämnden": 6,
    "regionala utvecklingsnämnden": 3,
    "kultur- och bildningsnämnden": 2,
}
"""How many direktiv each addressee has."""

SUB_POINTS = (
    "verksamhet enligt modellen Mottagningen för barn och ungas hälsa",
    "riktade hälsosamtal kan bli en metod",
)

TIDPLAN = (
    ("24 april", "Regionstyrelsen"),
    ("8 maj", "Regionfullmäktige"),
    ("21 augusti", "Regionstyrelsen"),
    ("27 augusti", "Tandvårdsnämnden"),
    (
        "29 augusti",
        (
            "Hälso- och sjukvårdsnämnden, regionala utvecklingsnämnden, kultur- och bildningsnämnden,"
            " trafiknämnden och patientnämnden"
        ),
    ),
    ("23 augusti", "Samverkansnämnden"),
    ("25 september", "Budgetberedningen"),
    ("23 oktober", "Regionstyrelsen"),
    ("6 november", "Regionfullmäktige"),
    ("November", "Regionstyrelsen och tandvårdsnämnden"),
    ("December", "Övriga nämnder"),
)

PREMISES = (
    "12,04",
    "460,6 mnkr",
    "24,2 mnkr",
    "februari 2019",
    "mars 2019",
    "2018 års nivå",
    "−30 mnkr",
    "+62 mnkr",
    "+15,0 mnkr",
    "+2 mnkr",
    "−3,0 mnkr",
    "+15 mnkr",
    "+19 mnkr",
)

UPPRAKNING = (
    ("Löner och ersättningar till personal", "3,2", "3,3", "3,3"),
    ("Verksamhetens driftskostnader", "2,4", "2,3", "2,4"),
    ("Hälsovalets budgetram", "2,8", "2,8", "2,9"),
)

RESULTATBUDGET = (
    ("Verksamhetens intäkter", "1 074,4", "1 080,9", "1 086,0"),
    ("Verksamhetens kostnader", "−6 290,8", "−6 406,8", "−6 555,2"),
    ("Avskrivningar", "−262,0", "−274,0", "−272,0"),
    ("Verksamhetens nettoresultat", "−5 478,4", "−5 599,9", "−5 741,2"),
    ("Skatteintäkter", "4 121,3", "4 239,2", "4 378,6"),
    ("Statsbidrag", "1 403,6", "1 419,8", "1 429,7"),
    ("Finansiella intäkter", "48,8", "48,8", "48,8"),
    ("Finansiella kostnader", "−83,8", "−106,9", "−114,7"),
    ("Summa finansiella poster", "5 489,9", "5 600,9", "5 742,3"),
    ("Resultat", "11,5", "1,0", "1,1"),
)

BUDGET_PER_NAMND = (
    ("Hälso- och sjukvårdsnämnd", "3 493 940,1", "3 460 518,5", "3 485 033,1"),
    ("Tandvårdsnämnd", "147 989,1", "146 422,5", "148 863,9"),
    ("Regional utvecklingsnämnd", "11 342,8", "11 151,0", "11 178,6"),
    ("Kultur- och bildningsnämnd", "77 290,1", "75 415,6", "77 289,3"),
    ("Trafiknämnd", "339 327,8", "343 996,0", "356 398,8"),
    ("Regionservice", "−6 700,0", "−6 700,0", "−6 700,0"),
    ("Regionstaben", "128 706,6", "127 584,0", "128 281,9"),
    ("Politik", "23 504,9", "23 568,4", "23 658,9"),
    ("Anslag under regionstyrelsen", "215 908,2", "214 996,2", "219 176,3"),
    ("Hälsoval", "714 805,9", "730 794,8", "747 819,5"),
    ("Totalt Regiongemensamt", "954 219,0", "969 359,4", "990 654,7"),
    ("Finansförvaltningen", "−5 159 776,3", "−5 130 847,8", "−5 194 261,9"),
    ("Totalt Regionstyrelsen", "−4 083 550,7", "−4 040 604,4", "−4 082 025,3"),
    ("Patientnämnden", "3 080,9", "3 036,7", "3 047,3"),
    ("Samverkansnämnden i Blekinge", "−900,0", "−900,0", "−900,0"),
    ("Budgeterat resultat Region Blekinge", "−11 479,9", "−964,1", "−1 114,3"),
)

PLANNING_YEAR = {
    "Mars": ("Politiskt seminarium", "Boksluts- och budgetdialoger", "årsredovisningen"),
    "April": (
        "Regionstyrelsen behandlar planeringsdirektivet",
        "Regionfullmäktige beslutar om årsredovisningen",
    ),
    "Maj": ("Regionfullmäktige beslutar om planeringsdirektivet",),
    "Augusti": ("underlag till budgetberedningen",),
    "September": ("Budgetberedning",),
    "Oktober": ("regionplanen", "skattesatsen", "Dialoger om delårsbokslutet"),
    "November": ("regionplan och finansplan", "Regelboken för Hälsoval"),
    "December": ("verksamhetsplaner",),
    "Februari": ("handlingsplaner", "verksamhetsberättelser"),
}
"""What each month holds (the regionplan's table of the planning year)."""
