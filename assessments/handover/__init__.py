"""Handing a case over: what its holder ticked, in the words of whoever receives it.

Nothing is sent and nothing is stored: the holder takes a file or a text away.
"""

from assessments.handover.email import email_of
from assessments.handover.pack import Typed, offered_parts, pack_of
from assessments.handover.parts import Part

__all__ = ["Part", "Typed", "email_of", "offered_parts", "pack_of"]
