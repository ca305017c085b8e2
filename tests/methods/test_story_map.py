"""The story map's checks: the skeleton, the order by brute force, and wording with phrases of both kinds."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.story_map import (
    Story,
    StoryMapError,
    component_word,
    delivery_word,
    missing_activities,
    out_of_order,
    releases_without_outcome,
    under_two_activities,
)

BACKBONE = ["Sign up", "Connect a bank", "Take a payment", "Refund"]
STORIES = [
    Story("S1", "Sign up", "R1"),
    Story("S2", "Take a payment", "R1"),
    Story("S3", "Connect a bank", "R2"),
    Story("S4", "Take a payment", "R2"),
    Story("S5", "Refund"),
]


def test_a_skeleton_with_holes_names_them_from_left_to_right():
    assert missing_activities(STORIES, BACKBONE, "R1") == ["Connect a bank", "Refund"]
    assert missing_activities(STORIES, BACKBONE, "R2") == ["Sign up", "Refund"]
    assert missing_activities([], BACKBONE, "R1") == BACKBONE


def test_a_whole_skeleton_misses_nothing():
    whole = [*STORIES, ("S6", "Connect a bank", "R1"), ("S7", "Refund", "R1")]
    assert missing_activities(whole, BACKBONE, "R1") == []


def test_a_story_under_an_unknown_activity_is_refused():
    with pytest.raises(StoryMapError, match="story 'S8' hangs under 'Pay', which is no activity"):
        missing_activities([Story("S8", "Pay", "R2")], BACKBONE, "R1")


def test_an_activity_that_stands_twice_is_refused():
    with pytest.raises(StoryMapError, match="'Refund' stands twice in the backbone"):
        missing_activities(STORIES, [*BACKBONE, "Refund"], "R1")
    with pytest.raises(StoryMapError, match="'Refund' stands twice in the narrative"):
        out_of_order(BACKBONE, [*BACKBONE, "Refund"])


def test_a_story_under_two_activities_is_named_with_both():
    assert under_two_activities(STORIES) == {}
    twice = [*STORIES, ("S1", "Refund", "R2"), ("S2", "Take a payment", "R2")]
    assert under_two_activities(twice) == {"S1": ["Sign up", "Refund"]}


def test_releases_of_which_nothing_is_said():
    outcomes = {
        "R1": "Merchants get paid",
        "R2": "",
        "R3": None,
        "R4": " – ",
        "R5": "TBD",
        "R6": "n/a",
        "R7": "?",
    }
    assert releases_without_outcome(outcomes) == ["R2", "R3", "R4", "R5", "R6", "R7"]
    assert releases_without_outcome({"R1": "払い戻し"}) == []


@pytest.mark.parametrize(
    ("backbone", "moved"),
    [
        (["Sign up", "Connect a bank", "Take a payment", "Refund"], []),
        (["Refund", "Sign up", "Connect a bank", "Take a payment"], ["Refund"]),
        (["Sign up", "Take a payment", "Connect a bank", "Refund"], ["Connect a bank"]),
        (["Take a payment", "Sign up", "Refund"], ["Sign up"]),
        ([], []),
    ],
)
def test_the_fewest_activities_move(backbone, moved):
    assert out_of_order(backbone, BACKBONE) == moved


@given(st.permutations(range(6)), st.integers(0, 6))
def test_no_smaller_set_of_moves_would_do(order, length):
    narrative = [str(number) for number in range(6)]
    backbone = [str(number) for number in order][:length]
    moved = out_of_order(backbone, narrative)
    kept = [name for name in backbone if name not in moved]
    assert kept == sorted(kept)
    assert not any(
        list(longer) == sorted(longer) for longer in itertools.combinations(backbone, len(kept) + 1)
    )


def test_an_activity_that_the_narrative_lacks_is_refused():
    with pytest.raises(StoryMapError, match="'Pay' is in the backbone, but not in the narrative"):
        out_of_order(["Pay"], BACKBONE)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ledger database", "database"),
        ("Payment API", "api"),
        ("Payment API v2", "api"),
        ("APIs", "api"),
        ("Open Banking API", "api"),
        ("API for merchants", "api"),
        ("The API", "api"),
        ("API and database", "api"),
        ("Sales & API", "api"),
        ("Backend", "backend"),
        ("Back-end work", "backend"),
        ("Front end", "frontend"),
        ("Database migration", "database"),
        ("Data warehouse", "data warehouse"),
        ("Notification service", "service"),
        ("NotificationService", "service"),
        ("Auth service (new)", "service"),
        ("Logging service", "service"),
        ("Shared database", "database"),
        ("ledger_db", "db"),
        ("Routing engine", "engine"),
        ("Message queues", "queue"),
        ("Webhooks", "webhook"),
        ("Sign-up page", "page"),
        ("Admin UI", "ui"),
        ("Merchant’s dashboard", "dashboard"),
    ],
)
def test_parts_of_a_system_are_recognised(name, word):
    assert component_word(name) == word


@pytest.mark.parametrize(
    "name",
    [
        "Use the API to get paid",
        "Using API",
        "Call API",
        "Connect bank app",
        "Merchant connects bank API",
        "Monitor the dashboard",
        "Back up the database",
        "Go to dashboard",
        "Log in to the app",
        "Set up webhooks",
        "Manage apps",
        "Check the ledger",
        "Reconcile payouts",
        "Refund a customer",
        "Get help from customer service",
        "Customer service",
        "Support queue",
        "Onboarding",
        "Refunds",
        "Application",
        "Webhook delivery",
        "Systematic checks",
        "",
        "–",
    ],
)
def test_what_people_do_is_no_part_of_a_system(name):
    assert component_word(name) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Launch refunds", "launch"),
        ("We will launch instant payouts", "launch"),
        ("Launch to pilot customers", "launch"),
        ("Ship the dashboard", "ship"),
        ("Build the API", "build"),
        ("To build APIs that merchants trust", "build"),
        ("Implement OAuth", "implement"),
        ("Deploy to production", "deploy"),
        ("Roll out to all merchants", "roll out"),
        ("Go live in March", "go live"),
        ("Deliver the MVP", "deliver"),
        ("Add webhooks", "add"),
        ("Complete the migration", "complete"),
        ("Launching the dashboard", "launching"),
        ("Release 2 done", "done"),
        ("All stories done", "done"),
        ("MVP complete", "complete"),
        ("Ledger migration completed by March", "completed"),
        ("Phase 2 finished in Q3", "finished"),
        ("Refunds shipped", "shipped"),
        ("Release 1 is live", "live"),
        ("The dashboard is in production", "in production"),
        ("Everything rolled out", "rolled out"),
    ],
)
def test_outcomes_that_are_deliveries_are_recognised(text, word):
    assert delivery_word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "Merchants get paid the same day",
        "Merchants refund without calling us",
        "A merchant can take a first payment",
        "New sellers complete their first sale",
        "Complete a payment in one minute",
        "Create an account and get paid",
        "First payment completed in ten minutes",
        "Refund done in one click",
        "Orders shipped the same day",
        "1,000 merchants are live by March",
        "A merchant is ready to take money",
        "Build trust with merchants",
        "Release the held funds within a day",
        "Release 2 lets merchants refund",
        "Launch partners use the dashboard every day",
        "Build time under ten minutes",
        "Building owners pay rent in the app",
        "Shipping takes one day",
        "Deliver faster payouts",
        "40 % fewer support tickets",
        "Launch refunds to win back 30 % of support's time",
        "Launch refunds so that merchants stop calling",
        "",
        "–",
    ],
)
def test_what_changes_for_people_is_no_delivery(text):
    assert delivery_word(text) is None


@given(st.text(max_size=60))
def test_no_text_upsets_the_checks_of_wording(text):
    for check in (component_word, delivery_word):
        assert check(text) is None or check(text)
