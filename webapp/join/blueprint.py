"""What the pages of ``join`` hang on."""

from flask import Blueprint

bp = Blueprint("join", __name__)
