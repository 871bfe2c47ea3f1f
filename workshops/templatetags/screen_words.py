"""What the room's screen shows and no page of words does: the picture that phones read."""

import segno
from django import template
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..models import Session

register = template.Library()


@register.simple_tag
def join_picture(request: HttpRequest, session: Session) -> SafeString:
    """The QR code of the join link: black on white with its quiet zone, in light and dark."""
    link = request.build_absolute_uri(f"/j/{session.link_token}/")
    picture = segno.make(link, error="m", micro=False)
    drawn = picture.svg_inline(
        scale=8, border=4, light="#fff", omitsize=True, title=_("Join by camera"), svgclass="qr"
    )
    return mark_safe(drawn)  # noqa: S308  # drawn by us from our own link
