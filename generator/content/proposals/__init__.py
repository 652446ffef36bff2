"""Proposals: a folder that holds only what differs is laid over a document's own, before anything is linked.

Loaded only when there is a proposal to read.
"""
