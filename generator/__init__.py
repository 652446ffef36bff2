"""Styrdok: builds Swedish steering documents in Word from content files."""

__version__ = "0.1.0"
