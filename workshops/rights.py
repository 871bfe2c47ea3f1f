"""What may they do here? Every guard of the product asks this one function."""

from typing import Protocol

# Which part may do what. "holder" has the controls; "owner" planned the workshop.
GRANTS: dict[str, frozenset[str]] = {
    # the live session
    "see_board": frozenset({"participant", "facilitator", "observer", "screen"}),
    "write_note": frozenset({"participant"}),
    "change_note": frozenset({"participant", "facilitator"}),
    "see_own_notes": frozenset({"participant"}),
    "sort_notes": frozenset({"participant", "facilitator"}),
    "undo_own": frozenset({"participant", "facilitator"}),
    "see_differently": frozenset({"participant"}),
    "make_call": frozenset({"participant"}),
    "rate": frozenset({"participant"}),
    "vote": frozenset({"participant"}),
    "answer_pulse": frozenset({"participant"}),
    "mark_action": frozenset({"participant", "facilitator"}),
    "keep_response": frozenset({"participant", "facilitator"}),
    "pass_on_story": frozenset({"participant"}),
    "choose_story": frozenset({"facilitator"}),
    "enter_note": frozenset({"facilitator"}),
    "hide_note": frozenset({"facilitator"}),
    "write_finding": frozenset({"facilitator"}),
    "tend_indicators": frozenset({"facilitator"}),
    "settle_proxy": frozenset({"facilitator"}),
    "mark_key": frozenset({"facilitator"}),
    "settle_parked": frozenset({"facilitator"}),
    "change_action": frozenset({"participant", "facilitator"}),
    "make_plan": frozenset({"facilitator"}),
    "share_out": frozenset({"facilitator"}),
    "decide_addition": frozenset({"facilitator"}),
    "run_steps": frozenset({"holder"}),
    "open_notes": frozenset({"holder"}),
    "close_poll": frozenset({"holder"}),
    "run_rating": frozenset({"holder"}),
    "take_controls": frozenset({"facilitator"}),
    "end_session": frozenset({"holder", "owner"}),
    "see_console": frozenset({"facilitator"}),
    "see_people": frozenset({"facilitator"}),
    "remove_participant": frozenset({"facilitator"}),
    "give_personal_code": frozenset({"facilitator"}),
    "lock_joining": frozenset({"facilitator"}),
    "see_authors": frozenset({"facilitator"}),
    "manage_screen": frozenset({"facilitator"}),
    "send_card": frozenset({"facilitator"}),
    # planning and the report
    "see_workshop": frozenset({"facilitator", "owner", "observer"}),
    "plan": frozenset({"facilitator", "owner"}),
    "manage_people": frozenset({"owner"}),
    "make_report": frozenset({"facilitator", "owner"}),
    "read_report": frozenset({"facilitator", "owner"}),
    "write_report": frozenset({"facilitator"}),
    "release_report": frozenset({"facilitator"}),
    "read_shared": frozenset({"policy_lab"}),
}


class HasRoles(Protocol):
    """Whoever asks: a `Viewer` of one workshop, or someone at a desk of none."""

    @property
    def roles(self) -> frozenset[str]: ...


def may(viewer: HasRoles, act: str) -> bool:
    """Say whether this viewer may do `act`, one of GRANTS, here and now."""
    return bool(GRANTS[act] & viewer.roles)
