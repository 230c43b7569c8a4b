"""Made-up occupations shaped like those of real catalogues: [specialty] field head, and what people call them.

    structural anchor engineer   ->   senior structural anchor engineer, structural anchor eng, anchor engineer (sr), …

Field words are drawn from the project's list of English words, heads and specialties stand here; nothing is taken from
a catalogue. The same seed and numbers give the same occupations.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

HEADS = {
    "engineer": ("eng", "engr", "engineering specialist"),
    "developer": ("dev", "builder"),
    "architect": ("arch",),
    "analyst": ("analytics specialist",),
    "administrator": ("admin", "admin officer"),
    "designer": ("design specialist",),
    "scientist": ("research scientist",),
    "manager": ("mgr", "management lead"),
    "specialist": ("expert",),
    "consultant": ("adviser", "advisor"),
    "technician": ("tech", "technologist"),
    "programmer": ("coder",),
    "officer": ("official",),
    "director": ("dir", "head"),
    "tester": ("test engineer",),
    "coordinator": ("coord", "organizer"),
    "researcher": ("research fellow",),
    "strategist": ("planner",),
    "auditor": ("inspector",),
}
"""The last word of a title, and what else it is called."""
SPECIALTIES = (
    "structural", "clinical", "marine", "digital", "regional", "industrial", "mobile", "municipal", "thermal",
    "optical", "forensic", "remote", "organic", "acoustic", "solar", "rural", "fiscal", "retail", "nuclear", "robotic",
    "textile",
    "geological", "pediatric", "electoral", "culinary", "maritime", "alpine", "urban", "residential", "veterinary",
)  # fmt: skip
RANKS = (
    "senior", "junior", "lead", "principal", "staff", "chief", "assistant", "associate", "deputy", "trainee", "sr",
    "jr", "certified", "contract", "field", "night shift", "entry level", "head",
)  # fmt: skip
LEVELS = ("i", "ii", "iii")
LONGEST_FIELD, SHORTEST_FIELD = 11, 5
"""Letters of a field word."""


@dataclass(frozen=True, slots=True)
class Occupation:
    id: str
    title: str
    aliases: tuple[str, ...]


def occupations(count: int, aliases: int, words: list[str], taken: set[str], seed: int = 1) -> list[Occupation]:
    """`count` occupations with `aliases` other names in all; no two share a name, none is in `taken`.

    `words`: what fields are made of.
    """
    random = Random(seed)  # noqa: S311  no secrets are made here
    fields = _fields(count, words, random)
    known = set(taken)
    made: list[Occupation] = []
    while len(made) < count:
        wanted = aliases * (len(made) + 1) // count - aliases * len(made) // count
        specialty, field, head = random.choice(SPECIALTIES), random.choice(fields), random.choice(list(HEADS))
        title = " ".join((*([specialty] if random.random() < 0.7 else []), field, head))
        if title in known:
            continue
        known.add(title)
        called: list[str] = []
        for name in _called(title, field, head, random):
            if len(called) == wanted:
                break
            if name not in known:
                known.add(name)
                called.append(name)
        made.append(Occupation(title.replace(" ", "_"), title.title(), tuple(called)))
    return made


def _fields(count: int, words: list[str], random: Random) -> list[str]:
    """More occupations bring new words, but ever fewer: some 40 times the root of their number."""
    pool = random.sample(words, min(len(words), 80, 40 + count) + int(40 * count**0.5))
    return [word if random.random() < 0.7 else f"{word} {random.choice(pool)}" for word in pool]


def _called(title: str, field: str, head: str, random: Random) -> Iterator[str]:
    """Other names, likely ones first: another head, a rank, a level, an abbreviation, an order turned round."""
    base = title.removesuffix(head).strip()
    heads = (*HEADS[head], head)
    specialty = base.removesuffix(field).strip()
    yield from (f"{base} {other}" for other in HEADS[head])
    if len(base.split()) > 1:
        letters = "".join(word[0] for word in title.split())
        yield f"{letters} {head}"
    yield f"{head} of {field}"
    yield f"{head} for {base}"
    ranked = [f"{rank} {base} {other}" for rank, other in product(RANKS, heads)]
    levels = [f"{base} {other} {level}" for level, other in product(LEVELS, heads)]
    turned = [f"{rank} {field} {specialty} {other}" for rank, other in product(("", *RANKS), heads) if specialty]
    rest = [" ".join(name.split()) for name in (*ranked, *levels, *turned)]
    random.shuffle(rest)
    yield from rest
