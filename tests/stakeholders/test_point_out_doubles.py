"""Names that may mean the same are pointed out; nothing is merged before someone says so."""

import pytest

from stakeholders import doubles
from stakeholders.doubles import Double, likely_doubles

ALIKE = [
    ("case", "Tenants' Group", "tenants' group"),
    ("spacing", "House holders", "Householders"),
    ("possessive", "Tenants’ group", "Tenant's group"),
    ("plural", "Charity", "Charities"),
    ("the", "The district council", "District council"),
    ("ampersand", "Housing & planning office", "Housing and planning office"),
    ("accents", "Café Siôn", "Cafe Sion"),
    ("word order", "Public health director", "Director of public health"),
    ("initials", "DPH", "Director of Public Health"),
    ("initials with small words", "MoD", "Ministry of Defence"),
    ("initials with stops", "D.P.H.", "The director of public health"),
    ("initials in the plural", "GPs", "General practitioners"),
    ("initials that end in s", "NHS trust", "National Health Service trust"),
    ("initials within a name", "ASB team", "Anti-social behaviour team"),
    ("initials in brackets", "Director of Public Health (DPH)", "DPH"),
    ("a slip", "Tennants' advice charity", "Tenants' advice charity"),
    ("a slip", "Enviromental health", "Environmental health"),
    ("letters swapped", "Residents' assocaition", "Residents' association"),
    ("Arabic vowels", "البَلَديّة", "البلدية"),
    ("Cyrillic", "Городской совет", "городской Совет"),
    ("Chinese", "住房局", " 住房局 "),
]
DIFFERENT = [
    ("another word", "District housing team", "District planning team"),
    ("another kind of body", "Housing association", "Housing ombudsman"),
    ("a part of the name", "Tenants", "Tenants' group"),
    ("east and west", "East district council", "West district council"),
    ("north and south", "Northern trust", "Southern trust"),
    ("short words", "Carers' centre", "Careers centre"),
    ("first letters", "Maternal health", "Paternal health"),
    ("numbers", "Ward 11 team", "Ward 12 team"),
    ("two letters of ten", "School councillors", "School counsellors"),
    ("a body and its members", "Parish council", "Parish councillors"),
    ("one sign of a dense script", "上海市住房管理局", "上海市住房监理局"),
    ("other initials", "DPH", "Director of Housing"),
    ("landlords", "Landlords", "Landladies"),
    ("no words", "?!", "..."),
]


def pairs(*names: str) -> list[Double]:
    return list(likely_doubles([[name] for name in names]))


@pytest.mark.parametrize(("_why", "one", "other"), ALIKE)
def test_these_may_be_the_same(_why, one, other):
    assert len(pairs(one, other)) == len(pairs(other, one)) == 1


@pytest.mark.parametrize(("_why", "one", "other"), DIFFERENT)
def test_these_raise_no_question(_why, one, other):
    assert pairs(one, other) == pairs(other, one) == []


def test_the_earlier_stays_or_the_one_written_in_full():
    assert pairs("Tenants group", "tenants' group") == [Double(goes=1, stays=0)]
    assert pairs("DPH", "Director of Public Health") == [Double(goes=0, stays=1)]


def test_what_was_merged_is_looked_at_with_all_its_spellings():
    merged = ["Director of Public Health", "Chief of public health"]
    assert list(likely_doubles([merged, ["chief of public health"]])) == [Double(1, 0)]


def test_what_is_surest_comes_first():
    found = pairs("Environmental health", "EH", "Enviromental health", "environmental health")
    assert found[0] == Double(goes=3, stays=0)


def test_a_board_of_names_that_are_all_but_the_same_is_compared_within_bounds(monkeypatch):
    compared = []
    monkeypatch.setattr(doubles, "is_slip", lambda one, other: compared.append(one) is True)
    ends = "abcdefghijklmnopqrst"
    names = [[f"assoc{ends[at % 20]}ation of dist{ends[at // 20]}icts"] for at in range(300)]
    assert list(likely_doubles(names)) == []
    assert 0 < len(compared) <= doubles.MOST_COMPARED


def test_the_first_question_is_there_before_all_names_are_compared(monkeypatch):
    monkeypatch.setattr(doubles, "near_words", lambda words: pytest.fail("not yet"))
    assert next(likely_doubles([["Tenants' group"]] * 300)) == Double(goes=1, stays=0)
