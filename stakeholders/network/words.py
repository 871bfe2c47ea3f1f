"""The few words that a drawing holds besides names."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "national_government": _("national"),
    "local_government": _("local"),
    "service_delivery_partners": _("delivery"),
    "users_citizens": _("users and citizens"),
    "unsorted": _("not sorted yet"),
}
WANTED = _("wanted")
