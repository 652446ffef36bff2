"""Names and figures of the verksamhetsplan 2019, as the source document has them; typed in by hand."""

from __future__ import annotations

PERSPEKTIV = ("invånare och samhälle", "kvalitet och process", "kompetens", "miljö och hållbarhet", "ekonomi")

MAL = (
    "ett attraktivt Blekinge",
    "en god och jämlik hälsa",
    "god tillgänglighet",
    "ett hållbart näringsliv",
    "god kvalitet i Region Blekinges tjänster och samverkansprocesser",
    "en digitaliserad verksamhet",
    "ett engagerat medarbetarskap",
    "säkrad kompetensförsörjning nu och i framtiden",
    "en hållbar verksamhet",
    "ekonomi med god kostnadskontroll",
    "långsiktig ekonomisk planering",
)

INSATSOMRADEN = (
    "Skapa förutsättningar för en attraktiv boendemiljö och samhällsservice",
    "Förmedla bilden av det attraktiva Blekinge",
    "Utveckla varumärket för Region Blekinge",
    "Utöka förebyggande och hälsofrämjande insatser i Region Blekinge",
    "Genomföra insatser för en mer jämlik hälsa i samverkan",
    "Utveckla ett personcentrerat förhållningssätt i Region Blekinges verksamheter",
    "Utveckla tillgängligheten till Region Blekinges verksamheter",
    "Utveckla infrastruktur för god tillgänglighet",
    "Främja innovationer och företagande",
    "Matcha utbildningsutbudet i Blekinge med näringslivets behov av kompetens",
    "Etablera ett processorienterat arbetssätt",
    "Omsätta inriktningsbesluten i Framtidens hälso- och sjukvård",
    "Minska patientskador i vården",
    "Utveckla digitala tjänster anpassade till befolkningens behov",
    "Etablera en regiongemensam utvecklings- och innovationsstrategi",
    "Utveckla kompetens inom mål- och processorientering",
    "Utveckla kompetens i personcentrerat förhållningssätt",
    "Utveckla digital kompetens",
    "Säkra kompetensförsörjningen för Region Blekinge som arbetsgivare",
    "Samverka för att möta kompetensbehovet i Blekinge",
    "Arbeta systematiskt med miljö- och hållbarhetsförbättringar",
    "Ta hänsyn till hållbarhet i beslut och utvecklingsinsatser",
    "Minska verksamhetens miljöbelastning",
    "Följa budget i samtliga verksamheter",
    "Kostnadskontroll",
    "Intäktskontroll",
    "Följa planerad investeringstakt",
    "Utveckla långsiktighet i förvaltningen av kapital",
)

INDIKATORER = (
    ("Attraktionsindex", "2009=54 2014=53 (nästa mätning senast 2020)", "Förbättring"),
    ("Varumärkets styrka och attraktivitet", "–", "Förbättring"),
    ("Grad av personcentrering i vården", "–", "Ökning"),
    ("Skillnad i medellivslängd mellan socioekonomiska grupper", "Utfall 2018", "Minskning"),
    (
        (
            "Andel i befolkningen som instämmer helt eller delvis att de har tillgång till den hälso- och"
            " sjukvård de behöver"
        ),
        "Utfall 2018",
        ">80 %",
    ),
    ("Andel invånare i Blekinge som har ett konto på 1177.se", "Utfall 2018", ">50 %"),
    ("Etableringsfrekvens", "Utfall 2018 Utfall 2016=8,2 (årligen framöver)", "Ökning"),
    (
        "Integrerat ledningssystem",
        "Ej relevant",
        "Struktur och design för ett integrerat ledningssystem framtaget",
    ),
    ("Patientsäkerhetsindex", "Utfall 2018", "Förbättring"),
    ("Antal e-tjänster som erbjuds i Region Blekinge", "Utfall 2018", "Ökning"),
    ("HME-index för regionstaben", "Utfall 2018", "Oförändrat eller högre"),
    ("Arbetsmiljöindex för regionstaben", "Utfall 2018", "Oförändrat eller högre"),
    (
        "Andel chefer på regionstaben som har en dokumenterad kompetensförsörjningsplan",
        "Utfall 2018",
        "100 %",
    ),
    ("Antal årsarbetare inhyrd personal", "Utfall 2018", "Lägre än 2018"),
    (
        "Andel nämnder som har implementerat en struktur för miljöledningssystem enligt ISO 14001:2015",
        "25 %",
        "100 %",
    ),
    (
        "Utsläpp av koldioxid från tjänsteresor (kg CO2/årsarbetare)",
        "Utfall 2018 (utfall 2017=0,3 ton)",
        "Minska med 10 %",
    ),
    (
        "Utveckling av regionstyrelsens kostnader",
        "Ej relevant",
        "Lika eller lägre kostnadsutveckling än i gällande budget",
    ),
    (
        "Utveckling av regionstabens kostnader",
        "Ej relevant",
        "Lika eller lägre kostnadsutveckling än i budget",
    ),
    ("Andel påbörjade och avslutade investeringar enligt investeringsplan", "Ej relevant", "–"),
)

REGIONSTABEN = (
    ("Intäkter", "−3 400,0", "−3 400,0", "−3 400,0"),
    ("Personal", "86 075,1", "86 079,1", "86 083,1"),
    ("Drift", "34 242,1", "35 063,9", "35 905,4"),
    ("Avskrivningar", "102,7", "102,7", "102,7"),
    ("Totalt", "117 019,9", "117 845,7", "118 691,2"),
)

LANDSTINGSGEMENSAMT = (
    ("18 837", "18 838", "18 838"),
    ("4 006", "4 103", "4 201"),
    ("22 844", "22 940", "23 039"),
    ("−500", "−500", "−500"),
    ("53 780", "55 481", "57 236"),
    ("172 035", "173 242", "175 011"),
    ("225 314", "228 223", "231 748"),
    ("675 630", "690 959", "706 716"),
    ("923 787", "942 122", "961 503"),
)

SATSNINGAR = (
    ("Inera; Första linjensvård och 1177", "500", "500", "500"),
    ("Marknadsföring 1177, kopplat till avsiktsförklaring ovan", "300", "300", "300"),
    ("Levnadsvanemottagning", "2 500", "2 500", "2 500"),
    ("Levnadsvanemottagning", "1 100", "1 100", "1 100"),
    ("SUSSA", "700", "700", "700"),
    ("FVIS", "5 000", "10 000", "10 000"),
    ("Skandionkliniken", "500", "500", "500"),
    ("Varumärkesarbete regionbildning", "2 000", "–", "–"),
    ("Språkstegen", "113", "113", "113"),
    ("MRB-screening", "500", "500", "500"),
    ("Rehabiliteringskoordinatorer", "2 500", "4 000", "4 000"),
    ("Läkartjänst 50 % försäkringsmedicin", "700", "700", "700"),
    ("Utökning centrala utbildningsanslaget", "10 000", "10 000", "10 000"),
    ("Utökning av budget för ST-läkare primärvården", "4 000", "4 000", "4 000"),
    ("Implementering kompetenssystemet", "100", "100", "100"),
    ("Kompetenssystem, driftavtal", "804", "804", "804"),
)

EFFEKTIVISERING = ("1,5", "1,8", "300", "10,1", "3,4", "2 miljoner")
