"""Story dates in the gjennomgang: short, and the same for everybody."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date, format_time
from flask_babel import get_locale

from webapp.regions.say import _


def short(moment: datetime) -> str:
    """``tir. 21. okt. kl. 09.20``."""
    english = str(get_locale()) == "en"
    day = format_date(moment, "EEE d MMM" if english else "EEE d. MMM", locale=get_locale())
    hour = format_time(moment, "HH:mm" if english else "HH.mm", locale=get_locale())
    return _("%(day)s kl. %(hour)s", day=day, hour=hour)


def date(moment: datetime) -> str:
    """``tirsdag 21. oktober 2025``."""
    english = str(get_locale()) == "en"
    pattern = "EEEE d MMMM y" if english else "EEEE d. MMMM y"
    return str(format_date(moment, pattern, locale=get_locale()))
