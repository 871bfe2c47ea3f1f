"""manage.py policy_lab: who belongs to Policy Lab, who joins it and who leaves it."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError

from workshops.models.revising import user_who_signs_in_as
from workshops.viewers import POLICY_LAB


class Command(BaseCommand):
    help = "List Policy Lab's staff; --add or --remove somebody who has an account."

    def add_arguments(self, parser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--add", metavar="WHO", help="an email address or a sign-in name")
        which.add_argument("--remove", metavar="WHO", help="takes effect with their next page")

    def handle(self, add, remove, **options) -> None:
        group = Group.objects.get_or_create(name=POLICY_LAB)[0]
        if add:
            group.user_set.add(person(add))
        if remove:
            group.user_set.remove(person(remove))
        for each in group.user_set.order_by("username"):
            self.stdout.write(f"{each.get_username()}, {each.email}: {second_step_of(each)}")
        if not group.user_set.exists():
            self.stdout.write("Nobody belongs to Policy Lab.")


def person(sign_in: str) -> User:
    """Return whose address or sign-in name this is. Raises CommandError where there is none."""
    found = user_who_signs_in_as(sign_in)
    if found is None:
        raise CommandError(f"“{sign_in}” has no account. manage.py add_facilitator gives one.")
    return found


def second_step_of(user: User) -> str:
    has_app = get_adapter().is_mfa_enabled(user, [Authenticator.Type.TOTP])
    return "signs in with an app" if has_app else "must set up an app before anything opens"
