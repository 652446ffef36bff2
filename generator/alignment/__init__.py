"""Two sequences laid beside each other: what is equal, what differs, what answers to what.

The room knows nothing of Word, files or plans: ``sequences`` compares anything that can be hashed, ``words``
cuts and compares text for a person to read, ``blocks`` pairs paragraphs, rows and the like, in order.
"""
