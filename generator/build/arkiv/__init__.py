"""The archive: what was sent out, decided or justerat, kept as it was, with the decision.

It lies in the organisation's folder ``arkiv``, a folder for each document and in it one for each version.
What lies there is written once, by ``styrdok freeze``, and never changed.
"""
