"""A message without what could tell who wrote it, as far as that can be seen.

    "hi, I'm Priya (priya@example.org), 24, earning $90k. What does an SRE make?"
    "hi, I'm [name] ([email]), [number], earning $90k. What does an SRE make?"

A name is known by how it is introduced ("my name is", "I'm", "regards,"), not by itself: one that stands anywhere else
stays. docs/privacy.md says so.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from careerbot.bot.rendering.clean import clean
from careerbot.bot.understanding.lexicon import Lexicon
from careerbot.bot.understanding.text import fold

LONGEST = 300
"""Characters of a message that are kept."""
MOST_NAMES = 3
"""Words of a name."""
PLACEHOLDER = re.compile(r"\[(?:name|number|link|email|mention|phone)\]")

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+"  # with a scheme
    r"|\b(?:[\w-]+\.)+[a-z]{2,}/\S*"  # linkedin.com/in/…
    r"|\b(?:[\w-]+\.)+(?:com|org|me|in|dev|app|info|edu|gov|uk|de)\b",  # not .net, .io or .js: those are tools, too
    re.IGNORECASE,
)
_MENTION = re.compile(r"(?<!\w)@\w+|(?<!\w)/?u/\w+")
_CURRENCY = r"(?:usd|us\$|\$|€|£|₹|inr|eur|gbp|rs\.?)"
_MONEY_WORD = (
    r"(?:k|m|lpa|lakhs?|lacs?|crores?|thousand|million|grand|bucks|dollars?|usd|inr|rupees?|eur|euros?|gbp|pounds?)"
)
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"{_CURRENCY}\s?{_DIGITS}(?:\s?{_MONEY_WORD})?\b"
    rf"|\b{_DIGITS}\s?{_MONEY_WORD}\b"
    rf"|\b\d{{1,3}}(?:,\d{{2,3}})+\b"
    rf"|\b{_DIGITS}\s?(?:{_CURRENCY}|(?:per|a|an|/)\s?(?:year|annum|month|week|hour|yr|hr)\b)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w$])\+?\(?\d(?:[\s().-]{0,2}\d){6,}(?!\w)")
_NUMBERED = re.compile(r"[^\W_]*\d(?:[\w,.]*\w)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_SURE = re.compile(
    r"\b(?:my\s+(?:full\s+|first\s+|last\s+|sur)?name(?:\s+is|['’]s|\s*:)?|name\s*[:=]|i\s+am\s+called|people\s+call\s+me"
    r"|mein\s+(?:vor|nach)?name\s+ist|ich\s+hei(?:ß|ss)e|man\s+nennt\s+mich)\s+",
    re.IGNORECASE,
)
"""After these the first word is a name, whatever it is."""
_LIKELY = re.compile(
    r"\b(?:i\s+am|i['’]m|im|i\s+m|this\s+is|it['’]s|call\s+me)\s+"
    r"|\b(?:thanks|thank\s+you|thx|regards|cheers|sincerely|yours|signed|danke|dank|gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|lg|mfg)\s*[,.!\n-]+\s*"
    r"|\bbest\s*,\s*"
    r"|\b(?:regards|cheers|sincerely|signed)\s+",
    re.IGNORECASE,
)
"""After these a word is a name that is none of ours, and written like a name or no word at all."""
_CAPITALIZED = re.compile(r"\bich\s+bin\s+", re.IGNORECASE)
"""After these a word with a capital letter is a name that is no word that is known: German nouns have one, too."""


class _Span(NamedTuple):
    start: int
    end: int


def stripped(text: str, lexicon: Lexicon) -> str:
    """The message with placeholders, on one line, at most LONGEST characters."""
    text = " ".join(clean(text).split())[: 4 * LONGEST]
    text = _EMAIL.sub("[email]", text)
    text = _LINK.sub("[link]", text)
    text = _MENTION.sub("[mention]", text)
    text = _without_names(text, lexicon)
    text = _outside_amounts(text, lambda part: _PHONE.sub("[phone]", part))
    text = _outside_amounts(text, lambda part: _NUMBERED.sub(lambda found: _number(found.group(), lexicon), part))
    return text[:LONGEST]


def _outside_amounts(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed but sums of money."""
    parts = []
    place = 0
    for found in _AMOUNT.finditer(text):
        parts += [change(text[place : found.start()]), found.group()]
        place = found.end()
    return "".join((*parts, change(text[place:])))


def _number(word: str, lexicon: Lexicon) -> str:
    """k8s and web3 are names of ours."""
    return word if not word[0].isdigit() and lexicon.is_ours(fold(word)) else "[number]"


def _without_names(text: str, lexicon: Lexicon) -> str:
    names: list[_Span] = []
    for introduction, begins in ((_SURE, _always), (_LIKELY, _begins), (_CAPITALIZED, _begins_with_capital)):
        for found in introduction.finditer(text):
            names += _names_at(text, found.end(), lexicon, begins)
    parts = []
    place = 0
    for name in sorted(set(names)):
        if name.start >= place:
            parts += [text[place : name.start], "[name]"]
            place = name.end
    return "".join((*parts, text[place:]))


def _names_at(text: str, place: int, lexicon: Lexicon, begins: Callable[[str, Lexicon], bool]) -> list[_Span]:
    """The words of a name that begins here, none where something else does."""
    found: list[_Span] = []
    while len(found) < MOST_NAMES:
        word = _WORD.match(text, place)
        if word is None or not (_goes_on if found else begins)(word.group(), lexicon):
            break
        found.append(_Span(*word.span()))
        space = re.compile(r" |\. ").match(text, word.end())
        if space is None:
            break
        place = space.end()
    return [_Span(found[0].start, found[-1].end)] if found else []


def _always(_word: str, _lexicon: Lexicon) -> bool:
    return True


def _goes_on(word: str, lexicon: Lexicon) -> bool:
    return not lexicon.is_ours(fold(word))


def _begins(word: str, lexicon: Lexicon) -> bool:
    """Whether a name may begin with this word, where none need be."""
    plain = fold(word)
    if lexicon.is_ours(plain):
        return False
    return word[0].isupper() or not (lexicon.is_word(plain) or lexicon.is_slip(plain))


def _begins_with_capital(word: str, lexicon: Lexicon) -> bool:
    return word[0].isupper() and not lexicon.is_word(fold(word))
