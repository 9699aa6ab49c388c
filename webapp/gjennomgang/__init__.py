"""The gjennomgang: people first, then what happened, then figures with evidence, then a plan.

Read-only but for two acts that go through the common door (``act``): a first impression, and the
facilitator opening a phase. Figures are shown from the moment the analysis has been opened (B2).
"""

from webapp.gjennomgang.plan_views import bp as plan
from webapp.gjennomgang.replay_views import bp as moments
from webapp.gjennomgang.views import bp
from webapp.gjennomgang.whatif_views import bp as what_if

__all__ = ["bp", "moments", "plan", "what_if"]
