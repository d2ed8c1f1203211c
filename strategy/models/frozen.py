"""Approved text never changes: triggers refuse what the domain would refuse too (source: S03)."""

import pgtrigger

FROZEN = ("approved", "evaluated", "superseded")
# How the rows of a table reach their version, from the ids before and after the change.
OF_VERSION = "OLD.strategy_id, NEW.strategy_id"
OF_SECTION = "SELECT strategy_id FROM strategy_section WHERE id IN (OLD.section_id, NEW.section_id)"
OF_NEED = (
    "SELECT section.strategy_id FROM strategy_need need JOIN strategy_section section ON section.id = need.section_id "
    "WHERE need.id IN (OLD.need_id, NEW.need_id)"
)


def frozen_with(version: str) -> pgtrigger.Trigger:
    """Refuse every change of a row once its version is approved; `version` selects the version's id.

    The row of the version is locked, so that nothing slips in while it is being approved.
    """
    states = ", ".join(f"'{state}'" for state in FROZEN)
    return pgtrigger.Trigger(
        name="frozen",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=(
            f"PERFORM 1 FROM strategy_strategy WHERE id IN ({version}) FOR SHARE; IF EXISTS ("  # noqa: S608 - our own words
            f"SELECT 1 FROM strategy_strategy WHERE id IN ({version}) AND state IN ({states})) "
            "THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; "
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
        ),
    )


# Of the version itself only the state moves on, the evaluation is written, and the period ends when the next begins.
FROZEN_VERSION = pgtrigger.Trigger(
    name="frozen",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    condition=pgtrigger.Q(old__state__in=FROZEN),
    func=(
        "IF TG_OP = 'DELETE' OR NEW.state NOT IN ('approved', 'evaluated', 'superseded') "
        "OR (OLD.unit_id, OLD.version, OLD.title, OLD.starts_on, OLD.approved_on, OLD.approved_by, OLD.kept_dates, "
        "OLD.kept_names) "
        "IS DISTINCT FROM "
        "(NEW.unit_id, NEW.version, NEW.title, NEW.starts_on, NEW.approved_on, NEW.approved_by, NEW.kept_dates, "
        "NEW.kept_names) "
        "OR NEW.ends_on > OLD.ends_on "
        "THEN RAISE EXCEPTION 'an approved strategy is frozen' USING ERRCODE = 'restrict_violation'; END IF; "
        "RETURN NEW;"
    ),
)
