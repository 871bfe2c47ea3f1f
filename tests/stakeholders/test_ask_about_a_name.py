"""A name that looks like a private person's is asked about, never banned; nothing is lost."""

import json
import subprocess
from pathlib import Path
from uuid import uuid4

import pytest

from boards import person_names
from boards.models import Board, Note
from boards.person_names import looks_like_a_person

ASKED = [
    "Joan Smith",
    "  Joan  Smith. ",
    "J. Smith",
    "Mary-Ann O’Neill",
    "Ana de Souza",
    "José María Núñez",
    "Mr Patel",
    "Dr Okafor at the surgery",
    "Housing officer (Ms Jones)",
    "Cllr Amir Khan",
    "Ольга Петрова",
]
NOT_ASKED = [
    "Housing association",
    "Director of Public Health",
    "Citizens Advice",
    "Citizens Advice Ambleford",
    "Ambleford District Council",
    "North Ambleford Parish Council",
    "Essex County Council",
    "Greater Manchester",
    "Police Scotland",
    "NHS England",
    "Age UK",
    "St Mungo’s",
    "GP network",
    "Home Office",
    "Housing Ombudsman",
    "Care Quality Commission",
    "Tenants with children under five",
    "Tenants’ Group",
    "Chief Executive",
    "Portfolio Councillor",
    "Mayor",
    "Dr",
    "Letting agents",
    "Schools: attendance officers",
    "joan smith",
    "جمعية السكان",
    "住民協会",
    "",
    "Miss out nobody",
    "Big Local Ambleford Partnership Board Members",
]


@pytest.mark.parametrize("text", ASKED)
def test_what_looks_like_a_person_is_asked_about(text):
    assert looks_like_a_person(text)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_organisations_roles_groups_and_places_are_not(text):
    assert not looks_like_a_person(text)


def test_the_browser_asks_about_the_same_names():
    rule = Path(__file__).parents[2] / "static" / "js" / "board" / "person.js"
    texts = [*ASKED, *NOT_ASKED]
    script = f"""
      import {{ looksLikeAPerson }} from {json.dumps(rule.as_uri())}
      const {{ texts, lists }} = JSON.parse(process.argv[1])
      console.log(JSON.stringify(texts.map((text) => looksLikeAPerson(text, lists))))
    """
    given = json.dumps({"texts": texts, "lists": person_names.LISTS})
    node = ["node", "--input-type=module", "--eval", script, "--", given]
    said = subprocess.run(node, capture_output=True, text=True, timeout=30, check=True)

    assert json.loads(said.stdout) == [looks_like_a_person(text) for text in texts]


def form(**fields) -> dict:
    return {"board": "stakeholders", "column": "users_citizens", **fields}


def test_a_form_without_scripts_is_asked_and_keeps_its_words_and_its_kind(room, sam, place):
    answer = place(sam, f"notes/{uuid4()}/", json=False, **form(text="Joan Smith"))
    page = answer.content.decode()

    assert (answer.status_code, Note.objects.count()) == (422, 0)
    assert "Is this the name of a person?" in page
    assert page.count('name="column" value="users_citizens"') == 2
    assert ">Joan Smith</textarea>" in page


def test_whoever_was_asked_adds_it_as_it_is(room, sam, place):
    sure = form(text="Joan Smith", sure="yes")
    answer = place(sam, f"notes/{uuid4()}/", json=False, **sure)

    assert (answer.status_code, Note.objects.get().text) == (303, "Joan Smith")


def test_what_was_written_without_a_connection_is_not_held_up(room, sam, place):
    assert place(sam, f"notes/{uuid4()}/", **form(text="Joan Smith")).status_code == 200


def test_a_board_without_the_question_asks_nothing(room, sam, place):
    Board.open_for(room.session.steps.get(key="diagnosis_write"))
    fields = {"board": "diagnosis", "column": "intractable", "text": "Joan Smith"}

    assert place(sam, f"notes/{uuid4()}/", json=False, **fields).status_code == 303
