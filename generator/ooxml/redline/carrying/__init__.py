"""What removed text refers to, brought along from the old document into the new one."""

from generator.ooxml.redline.carrying.carrier import Carrier

__all__ = ["Carrier"]
