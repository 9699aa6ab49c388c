"""Emma's long format: every form, reply and page that the shorter formats do not have."""

from tests.browser.stage import Stage
from tests.browser.tours.desk180 import apart, family, leading, letters, opening, passing, plan
from tests.browser.tours.desk180.cast import arrive


def tour(stage: Stage) -> None:
    """Six play, whoever leads answers for Emma, and a guest does; everything is looked at once."""
    cast = arrive(stage)
    opening.tour(cast)
    family.tour(cast)
    plan.tour(cast)
    letters.tour(cast)
    leading.tour(cast)
    passing.tour(cast)
    apart.tour(cast)
