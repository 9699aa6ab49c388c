"""The four lists of a debrief's JSON: handovers, responses, tasks, questions. No person's name."""

from __future__ import annotations

from typing import Any

from debrief.clarity import TaskRow, task_rows
from debrief.handover_row import HandoverRow
from debrief.handovers import handover_rows
from debrief.probe_rows import QuestionRow, question_rows
from debrief.record import Record
from debrief.responses import ResponseRow, response_rows


def lists(record: Record) -> dict[str, Any]:
    """The four lists, each of plain JSON values."""
    return {
        "handover_list": [_handover(each) for each in record.once(handover_rows)],
        "response_list": [_response(each) for each in record.once(response_rows)],
        "task_list": [_task(each) for each in record.once(task_rows)],
        "probe_list": [_question(each) for each in record.once(question_rows)],
    }


def _handover(row: HandoverRow) -> dict[str, Any]:
    return {
        "handover": row.handover,
        "expected": row.expected,
        "sender": row.sender,
        "receiver": row.receiver,
        "due": row.due,
        "way": row.way,
        "steps": [
            {"step": step.name, "seq": step.seq, "at_ms": step.at_ms, "story_ms": step.story_ms}
            for step in row.steps
        ],
        "facts": list(row.facts),
        "tasks": list(row.tasks),
        "needed": list(row.needed),
        "delivered": list(row.delivered),
        "missing": list(row.missing),
        "relevant": list(row.relevant),
        "read_back_right": row.right,
        "level": row.level,
        "open": row.is_open,
        "asked": list(row.asked),
        "filled": list(row.filled),
        "evidence": list(row.seqs),
    }


def _response(row: ResponseRow) -> dict[str, Any]:
    return {
        "expected": row.expected,
        "seat": row.seat,
        "inject": row.inject,
        "act": row.kind,
        "severity": row.severity,
        "gate": row.gate,
        "delivered_ms": row.delivered_at,
        "seen_ms": row.seen_at,
        "acted_ms": row.acted_at,
        "delivered_story_ms": row.delivered_story,
        "due_story_ms": row.due_story,
        "acted_story_ms": row.acted_story,
        "standing": row.standing,
        "measured": row.measured,
        "ratio": row.ratio,
        "evidence": [seq for seq in (row.opened, row.seen, row.act, row.closing) if seq],
    }


def _task(row: TaskRow) -> dict[str, Any]:
    return {
        "task": row.task,
        "opened": row.opened,
        "cells": [
            {
                "kind": cell.kind,
                "scene": cell.scene,
                "owners": list(cell.owners),
                "confirmed": cell.confirmed,
                "evidence": [cell.since, cell.seq],
            }
            for cell in row.cells
        ],
        "clear": row.is_clear if row.cells else None,
    }


def _question(row: QuestionRow) -> dict[str, Any]:
    return {
        "probe": row.probe,
        "question": row.question,
        "kind": row.kind,
        "asked": row.counted,
        "answered": row.answered,
        "agreement": row.agreement,
        "right": row.right,
        "evidence": list(row.seqs),
    }
