"""Reading YAML with its places, and refusing what YAML would change in silence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from careerbot.knowledge.yaml_nodes import Document, read_yaml


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "words.yaml"


def read(path: Path, text: str) -> Document:
    path.write_text(text, encoding="utf-8")
    return read_yaml(path, "words.yaml")


def told(path: Path, text: str) -> list[str]:
    return [str(problem) for problem in read(path, text).problems]


def test_gives_plain_data(path: Path) -> None:
    """Text, whole numbers, decimals, true and false, nothing, lists and mappings come out as Python has them."""
    document = read(path, "a: [one, 2, 2.5, true, false, ]\nb: {c: , d: '12:30'}\n")
    assert document.data == {"a": ["one", 2, 2.5, True, False], "b": {"c": None, "d": "12:30"}}
    assert document.problems == ()


def test_every_value_knows_its_place(path: Path) -> None:
    """An entry stands where its key stands, an item where it begins, both counted from 1."""
    document = read(path, "roles:\n  - id: sre\n    pay: {low: 1}\n")
    assert document.position(("roles",)) == (1, 1)
    assert document.position(("roles", 0)) == (2, 5)
    assert document.position(("roles", 0, "pay", "low")) == (3, 11)


def test_a_place_that_is_missing_takes_the_nearest_around_it(path: Path) -> None:
    """A missing key is reported where the thing that lacks it begins."""
    assert read(path, "roles:\n  - id: sre\n").position(("roles", 0, "pay", "low")) == (2, 5)


def test_keys_name_list_items_by_their_id(path: Path) -> None:
    """An author recognizes `roles.sre.pay`, not `roles.0.pay`."""
    assert read(path, "roles:\n  - id: sre\n    pay: {}\n").key(("roles", 0, "pay")) == "roles.sre.pay"


def test_each_finds_all_places_of_a_pattern(path: Path) -> None:
    """`*` stands for any key and for any item of a list."""
    document = read(path, "skills:\n  go: {also: [golang]}\n  r: {also: [rlang, rstats]}\n")
    assert list(document.each("skills.*.also.*")) == [
        (("skills", "go", "also", 0), "golang"),
        (("skills", "r", "also", 0), "rlang"),
        (("skills", "r", "also", 1), "rstats"),
    ]


def test_a_key_given_twice_is_refused(path: Path) -> None:
    """YAML would let the last one win in silence."""
    assert told(path, "a:\n  b: 1\n  c: 2\n  b: 3\n") == [
        'words.yaml:4:3: a.b: the key "b" is given twice, first on line 2. Keep one of them.'
    ]


@pytest.mark.parametrize(
    ("value", "told_as"),
    [
        (
            "no",
            'YAML reads no as true or false. Write true or false if that is meant; otherwise put it in quotes: "no".',
        ),
        (
            "On",
            'YAML reads On as true or false. Write true or false if that is meant; otherwise put it in quotes: "On".',
        ),
        ("12:30", 'YAML reads 12:30 as a number. Put it in quotes: "12:30".'),
        ("2026-01-01", 'YAML reads 2026-01-01 as a date. Put it in quotes: "2026-01-01".'),
        (
            "010",
            (
                "010 may be read as another number than it seems. "
                'Write the number with digits only, or put it in quotes: "010".'
            ),
        ),
        (
            "160_000",
            (
                "160_000 may be read as another number than it seems. "
                'Write the number with digits only, or put it in quotes: "160_000".'
            ),
        ),
        ("0x1F", 'YAML reads 0x1F as a number. Put it in quotes: "0x1F".'),
        ("=", '= has a special meaning in YAML. Put it in quotes: "=".'),
        (
            "!python/name:os.system x",
            "the tag !python/name:os.system is not used here. Remove the word that starts with !.",
        ),
    ],
)
def test_words_that_yaml_would_change_are_refused(path: Path, value: str, told_as: str) -> None:
    """A plain word is never turned into something else behind the author's back."""
    assert told(path, f"a: {value}\n") == [f"words.yaml:1:1: a: {told_as}"]


def test_the_same_words_in_quotes_are_text(path: Path) -> None:
    """Quotes settle it."""
    assert read(path, "a: ['no', \"12:30\", '010']\n").data == {"a": ["no", "12:30", "010"]}


def test_a_key_that_is_no_text_is_refused(path: Path) -> None:
    """`no:` would become the key False."""
    assert told(path, "no: 1\n") == ['words.yaml:1:1: no: the key no is not text for YAML. Put it in quotes: "no".']


def test_a_key_that_is_a_list_is_refused(path: Path) -> None:
    """Keys are words."""
    assert told(path, "? [a]\n: 1\n") == [
        "words.yaml:1:3: ?: a key cannot be a list or a mapping. Use a word as the key."
    ]


def test_all_slips_are_told_at_once(path: Path) -> None:
    """One reading is enough to mend a file."""
    assert len(told(path, "a: no\nb: [12:30, yes]\nb: 1\n")) == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "a: &x 1\nb: *x\n",
            (
                "1:4: anchors and aliases are not used here. "
                "Write the value out where it is needed, or put text that starts with & or * in quotes."
            ),
        ),
        (
            "a: 1\n---\nb: 2\n",
            "2:1: another document begins here. Keep one document in the file: remove the line ---.",
        ),
        ("", "1:1: the file is empty. Fill it in, or restore it from the repository."),
        ("a: \x07\n", "1:4: the character U+0007 is not allowed. Delete it."),
        ("[" * 3000, "1:1: the file is nested too deeply. Write it flatter."),
    ],
)
def test_what_cannot_be_read_tells_where_and_why(path: Path, text: str, line: str) -> None:
    """A file that is not YAML has one problem, and no data."""
    document = read(path, text)
    assert [str(problem) for problem in document.problems] == [f"words.yaml:{line}"]
    assert document.data is None


ALIGN = "Begin it exactly below the entries beside it, or one step further in to put it under the one above."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a:\n\t- b\n", "2:1: a tab stands before the text. Indent with spaces, not with tabs."),
        ("a: b: c\n", '1:5: there is a colon in this text. Put all of it in quotes: "b: c".'),
        ("- a\n- say: so: it is\n", '2:10: there is a colon in this text. Put all of it in quotes: "so: it is".'),
        ("- {id: x, text: a: b}\n", '1:18: there is a colon in this text. Put the text in quotes: text: "a: b".'),
        ("- {id: x,\n  text: a: b}\n", '2:10: there is a colon in this text. Put the text in quotes: text: "a: b".'),
        (
            'a: {b: "c" d}\n',
            "1:12: a comma is missing here. Separate entries by commas; put a whole text in quotes.",
        ),
        ("a: [b\n", "1:4: there is no end to this [. Write ] where the list of entries ends."),
        ("a: {b: c\nd: e\n", "1:4: there is no end to this {. Write } where the list of entries ends."),
        ("a: 'b\nc: d\n", "1:4: there is no end to this quote. Write the same quote after the last word."),
        ("a: 1\nb\nc: 2\n", "2:1: there is no colon after this. Write key: value, or indent it if it goes on above."),
        ("a:1\nb: 2\n", "2:2: on line 1 there is no space after the colon. Write key: value, with a space."),
        ("a:\n    b: 1\n  c: 2\n", f"3:3: this line is indented differently from its neighbors. {ALIGN}"),
        ("a: 1\n  b: 2\n", f"2:4: this line is indented differently from its neighbors. {ALIGN}"),
        ("a:\n    - b\n  - c\n", f"3:3: this line is indented differently from its neighbors. {ALIGN}"),
        ("a: 1\n- b\n", "2:1: an item of a list stands beside entries with a key. Indent it below the key it is of."),
        (
            "- {role} salary\n",
            ('1:10: the text goes on after a quote or bracket that ends it. Put all of it in quotes: "{role} salary".'),
        ),
        ("a: @b c\n", '1:4: text cannot begin with @. Put all of it in quotes: "@b c".'),
    ],
)
def test_slips_are_told_in_plain_words(path: Path, text: str, line: str) -> None:
    """Not in those of the parser."""
    (problem,) = read(path, text).problems
    assert str(problem) == f"words.yaml:{line}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: {low: 60,000, high: 80}\n", ["a.low: 60,000 is read as 2 entries. Write 60000."]),
        ("a: {low: 1,200,000}\n", ["a.low: 1,200,000 is read as 3 entries. Write 1200000."]),
    ],
)
def test_a_number_with_commas(path: Path, text: str, lines: list[str]) -> None:
    """In a line with braces its parts would be keys."""
    assert told(path, text) == [f"words.yaml:1:5: {line}" for line in lines]


def test_a_missing_file_is_a_problem(path: Path) -> None:
    """Reading raises nothing, not even for a file that is not there."""
    (problem,) = read_yaml(path, "words.yaml").problems
    assert str(problem) == ("words.yaml:1:1: the file is missing. Create it, or restore it from the repository.")


def test_another_encoding_is_a_problem(path: Path) -> None:
    """Text is UTF-8; a byte order mark at its start does no harm."""
    path.write_bytes(b"a: 1\nb: caf\xe9\n")
    (problem,) = read_yaml(path, "words.yaml").problems
    assert str(problem) == "words.yaml:2:7: these bytes are not UTF-8. Save the file with the encoding UTF-8."
    path.write_bytes("\ufeffa: 1\n".encode())
    assert read_yaml(path, "words.yaml").data == {"a": 1}


@given(some.binary(max_size=60) | some.text(alphabet="ab:- []{}&*!'\"\n#?|>%@`01,.~\t<=", max_size=60))
def test_no_file_makes_reading_crash(tmp_path_factory: pytest.TempPathFactory, content: bytes | str) -> None:
    """Whatever is in a file, there is data or there is a problem."""
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    document = read_yaml(path, "any.yaml")
    assert document.data is not None or document.problems or content
