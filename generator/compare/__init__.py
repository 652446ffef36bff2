"""Two versions of a document compared: by what they say, and by their text, side by side.

``items`` finds what changed between two views (goals, uppdrag, indikatorer, amounts, texts); an archived
version, another year's plan and a proposal are compared in one way. ``laid`` lays two texts beside each
other, be they ours, other Word files or PDF; ``text_changes`` lists what changed in them and
``side_by_side`` shows it. It writes no file.
"""
