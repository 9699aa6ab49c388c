"""Lengths of time read as an author means them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.duration import DAY, HOUR, MINUTE, SECOND, WORKDAY, Duration, parse

UNITS = {"s": SECOND, "min": MINUTE, "h": HOUR, "wd": WORKDAY, "d": DAY, "w": 7 * DAY}

amounts = st.integers(0, 99_999)


@given(amounts, st.sampled_from(sorted(UNITS)))
def test_a_number_and_a_unit_is_that_many_units(number: int, unit: str) -> None:
    """With or without a space between them."""
    assert parse(f"{number}{unit}").ms == number * UNITS[unit]
    assert parse(f" {number} {unit} ").ms == number * UNITS[unit]


@given(amounts, amounts, amounts)
def test_parts_add_up_in_any_order(days: int, hours: int, minutes: int) -> None:
    """Working days, hours and minutes stand together."""
    one = parse(f"{days}wd {hours}h {minutes}min")
    other = parse(f"{minutes}min {days}wd {hours}h")
    assert one.ms == other.ms == days * WORKDAY + hours * HOUR + minutes * MINUTE
    assert one.working
    assert other.working


@given(st.integers(1, 999_999), st.sampled_from(sorted(UNITS)))
def test_a_length_reads_back_as_it_was_written(number: int, unit: str) -> None:
    """Its text is what the author wrote, and reading it again changes nothing."""
    length = parse(f"{number}{unit}")
    assert parse(str(length)) == length
    assert parse(length) is length
    assert length.working is (unit == "wd")


@given(st.floats(0, 9_999, allow_nan=False).map(lambda x: round(x, 1)))
def test_halves_are_whole_milliseconds(number: float) -> None:
    """Lengths are integers, so that clocks agree everywhere."""
    assert isinstance(parse(f"{number}h").ms, int)


@given(st.text(max_size=40))
def test_whatever_is_written_is_a_length_or_a_reason(text: str) -> None:
    """Nothing but ValueError ever comes out, and it says what to write."""
    try:
        read: object = parse(text)
    except ValueError as error:
        read = error
    assert isinstance(read, Duration) or "; " in str(read)


@pytest.mark.parametrize(
    "text", ["", "3", "wd", "3 days", "3wd 1d", "1wd 1w", "-1h", "1h30", "9999999h", "1e3h", "∞h"]
)
def test_what_is_no_length_is_refused(text: str) -> None:
    """Half-written and mixed lengths are not guessed at."""
    with pytest.raises(ValueError, match="; "):
        parse(text)
