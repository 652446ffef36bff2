"""The röd tråd shown: the trace of one item and the matrix goal × nämnd, as text, JSON, HTML and Excel.

What is above and below what is worked out in ``domain.rod_trad`` and ``domain.matris``; this room words it.
It writes no file.
"""
