"""The workspace: what is to be built, whether it has changed, and files written whole or not at all."""
