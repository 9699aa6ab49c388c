"""A journal as XES (IEEE 1849): a trace for each matter, an event for each entry.

``org:resource`` is the seat (or clock, engine, facilitator), never a person. A handover that is
offered has a second event of the same entry, ``handover.assigned``, whose resource is the receiver:
so a handover-of-work network of the traces of handovers counts what was passed from whom to whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from debrief.documents.harmless import printable
from debrief.exports.matters import exported
from debrief.record import Record
from simulator.play.calendar import calendar_of
from simulator.play.kernel import Actor, Entry
from simulator.play.passes import HandoverOffered

ASSIGNED = "handover.assigned"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">\n'
    '<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>\n'
    '<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>\n'
    '<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>\n'
    '<extension name="Lifecycle" prefix="lifecycle" '
    'uri="http://www.xes-standard.org/lifecycle.xesext"/>\n'
    '<global scope="trace">\n<string key="concept:name" value=""/>\n</global>\n'
    '<global scope="event">\n<string key="concept:name" value=""/>\n'
    '<string key="org:resource" value=""/>\n'
    '<date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>\n</global>\n'
    '<classifier name="Activity" keys="concept:name"/>\n'
)


def to_xes(record: Record) -> bytes:
    """The file's bytes. Traces stand in the order in which their matters came up."""
    traces: dict[tuple[str, str], list[str]] = {}
    for entry, matter in exported(record):
        traces.setdefault((matter.kind, str(matter)), []).extend(_events(record, entry))
    body = "".join(
        f"<trace>\n{_string('concept:name', name)}{_string('samspill:matter', kind)}"
        f"{''.join(events)}</trace>\n"
        for (kind, name), events in traces.items()
    )
    title = _string("concept:name", record.plan.scenario.title)
    return f"{_HEAD}{title}{body}</log>\n".encode()


def _events(record: Record, entry: Entry) -> Iterator[str]:
    yield _event(record, entry, entry.kind, _resource(entry.actor), "complete")
    if isinstance(entry.event, HandoverOffered) and entry.seq not in record.withdrawn:
        yield _event(record, entry, ASSIGNED, entry.event.receiver, "assign")


def _event(record: Record, entry: Entry, name: str, resource: str, transition: str) -> str:
    at = calendar_of(record.plan.scenario).moment(entry.story_ms)
    stamp = f"{at.isoformat(timespec='milliseconds')}+00:00"
    withdrawn = str(entry.seq in record.withdrawn).lower()
    return (
        f"<event>\n{_string('concept:name', name)}{_string('org:resource', resource)}"
        f"{_string('lifecycle:transition', transition)}"
        f'<date key="time:timestamp" value="{stamp}"/>\n'
        f'<int key="samspill:seq" value="{entry.seq}"/>\n'
        f'<int key="samspill:play_ms" value="{entry.at_ms}"/>\n'
        f"{_string('samspill:actor', entry.actor.kind)}"
        f'<boolean key="samspill:withdrawn" value="{withdrawn}"/>\n</event>\n'
    )


def _resource(actor: Actor) -> str:
    return actor.seat or actor.kind


def _string(key: str, value: str) -> str:
    return f'<string key="{key}" value={quoteattr(printable(value))}/>\n'
