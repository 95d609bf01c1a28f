"""The languages in which an entry of the directory may answer."""

from collections.abc import Mapping
from types import MappingProxyType

# By ISO 639-1: those of the Union first, then those of the other countries.
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "bg": "Bulgarian",
        "cs": "Czech",
        "da": "Danish",
        "de": "German",
        "el": "Greek",
        "en": "English",
        "es": "Spanish",
        "et": "Estonian",
        "fi": "Finnish",
        "fr": "French",
        "ga": "Irish",
        "hr": "Croatian",
        "hu": "Hungarian",
        "it": "Italian",
        "lt": "Lithuanian",
        "lv": "Latvian",
        "mt": "Maltese",
        "nl": "Dutch",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "sk": "Slovak",
        "sl": "Slovenian",
        "sv": "Swedish",
        "is": "Icelandic",
        "mk": "Macedonian",
        "no": "Norwegian",
        "sq": "Albanian",
        "sr": "Serbian",
        "tr": "Turkish",
        "uk": "Ukrainian",
    }
)
