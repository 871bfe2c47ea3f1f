"""manage.py add_facilitator: give someone an account, and print a link that signs them in."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from workshops.accounts.links import one_time_link
from workshops.viewers import POLICY_LAB


class Command(BaseCommand):
    help = "Give a facilitator an account, or a new sign-in link when they have one."

    def add_arguments(self, parser) -> None:
        parser.add_argument("email", help="where sign-in codes go")
        parser.add_argument("--sign-in-name", help="the part before the @ if not given")
        parser.add_argument("--name", default="", help="how participants call them")
        parser.add_argument("--policy-lab", action="store_true", help="belongs to Policy Lab")

    def handle(self, email, sign_in_name, name, policy_lab, **options) -> None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"“{email}” is not an email address.") from error
        user = self._person(email.lower(), sign_in_name or email.split("@")[0], name)
        if policy_lab:
            user.groups.add(Group.objects.get_or_create(name=POLICY_LAB)[0])
        self.stdout.write(f"{user.get_username()} can sign in at {one_time_link(user)}")
        self.stdout.write("The link works once, within 30 minutes. After that, codes by email do.")

    def _person(self, email: str, sign_in_name: str, name: str) -> User:
        known = User.objects.filter(email__iexact=email).first()
        if known:
            return known
        if User.objects.filter(username__iexact=sign_in_name).exists():
            raise CommandError(f"“{sign_in_name}” is taken. Give another --sign-in-name.")
        user = User.objects.create_user(sign_in_name, email, first_name=name)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        return user
