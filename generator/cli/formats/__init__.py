"""How ``styrdok check`` answers: one file for each form, from findings to text."""
