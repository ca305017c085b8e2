"""What the headers of a list of pay usually mean: which field, in which currency and for which period."""

from __future__ import annotations

import re

from tpm_kit.exchange.salary_amounts import Unreadable, currency_of, period_of
from tpm_kit.typed import plain

NAMES: dict[str, str] = {
    "title": "job title, title, role, position, job, occupation, Titel, Jobtitel, Stelle, Stellentitel, "
    "Stellenbezeichnung, Position, Rolle, Beruf, Berufsbezeichnung, Funktion, poste, puesto, name",
    "company": "company, employer, organisation, organization, Firma, Unternehmen, Arbeitgeber, entreprise, "
    "empresa",
    "place": "location, place, where, area, city, office, region, country, Ort, Standort, Stadt, "
    "Arbeitsort, Land, lieu, ciudad",
    "low": "min, minimum, low, from, lower, salary min, min salary, salary from, minimum salary, pay min, "
    "min pay, range low, low end, ab, von, Untergrenze, Gehalt von, Gehalt ab, Mindestgehalt, Gehalt min",
    "high": "max, maximum, high, to, upper, salary max, max salary, salary to, maximum salary, pay max, max "
    "pay, range high, high end, bis, Obergrenze, Gehalt bis, Höchstgehalt, Gehalt max",
    "pay": "salary, pay, wage, wages, base, base pay, base salary, salary range, pay range, range, salaries, "
    "annual salary, yearly salary, annual base, annual pay, hourly rate, hourly pay, hourly wage, rate, day "
    "rate, monthly salary, monthly pay, compensation, offer, amount, Gehalt, Jahresgehalt, Bruttogehalt, "
    "Jahresbrutto, Bruttojahresgehalt, Jahresbruttogehalt, Grundgehalt, Monatsgehalt, Bruttomonatsgehalt, "
    "Stundenlohn, Stundensatz, Tagessatz, Lohn, Vergütung, Entgelt, Verdienst, Gehaltsspanne, Gehaltsband, "
    "Gehaltsrahmen, salaire, salario, sueldo, remuneration",
    "currency": "currency, currency code, ccy, salary currency, Währung, devise, moneda",
    "period": "period, pay period, per, unit, salary period, pay frequency, frequency, interval, salary "
    "type, pay type, Zeitraum, Einheit, Periode, Basis, Turnus",
    "date": "date, year, as of, posted, posted on, date posted, period of data, work year, Jahr, Datum, "
    "Stand",
}
TOTAL = re.compile(
    r"\b(?:total|bonus|equity|stocks?|rsu|ote|tc|gesamt\w*|prämie\w*|variab\w+|zielgehalt)\b", re.I
)
"""A header that names more than base pay."""
FIELDS = tuple(NAMES)
AMOUNTS = ("pay", "low", "high")
KNOWN = {
    plain(name): (field, rank)
    for field, names in NAMES.items()
    for rank, name in enumerate(names.split(", "))
}
PERIOD_WORDS = {"jahres": "year", "monats": "month", "stunden": "hour", "tages": "day", "wochen": "week"}
"""Beginnings of German words that are put together, as in Jahresgehalt and Bruttojahresgehalt."""
THOUSANDS = re.compile(
    r"\b(?:in )?(?:thousands?|tausend|tsd)\b|\bTEUR\b|\bT€|\bk ?(?:[$€£]|usd|eur|gbp|chf)|[$€£] ?k\b|\(k\)",
    re.I,
)
"""How a header says that its figures are in thousands."""
LONGEST_HEADER = 100
AROUND = re.compile(
    r"[(\[].*?[)\]]|/.*$|\b(?:in|per|pro|je)\b.*$|\b(?:brutto|gross|annual|yearly|monthly|hourly|p\.a\.)(?=\W|$)|[€$£*]",
    re.I,
)
CODED = re.compile(r"[\s_]+(?:USD|EUR|GBP|CHF|CAD|AUD|k|usd|eur|gbp|chf)$")


def recognised(header: str) -> tuple[str, int] | None:
    """Return the field that a header usually means and its rank, or None. Pay beyond the base is no field."""
    header = header.replace("_", " ")
    if len(header) > LONGEST_HEADER or TOTAL.search(header):
        return None
    names = (
        header,
        CODED.sub("", header),
        AROUND.sub(" ", header),
        CODED.sub("", AROUND.sub(" ", header).strip()),
    )
    return next((KNOWN[plain(name)] for name in names if plain(name) in KNOWN), None)


def in_thousands(header: str) -> bool:
    """Say whether a header names thousands, as in "Salary (k$)" or "Gehalt in TEUR"."""
    return bool(THOUSANDS.search(header.replace("_", " ")))


def unit_of(header: str) -> tuple[str, str]:
    """Return the currency and the period that a header names, "" for each that it does not."""
    try:
        currency = currency_of(header.replace("_", " ").upper()) or currency_of(header)
    except Unreadable:
        currency = ""
    folded = header.casefold()
    period = next((name for word, name in PERIOD_WORDS.items() if word in folded), "")
    try:
        return currency, period or period_of(header.replace("_", " "))
    except Unreadable:
        return currency, period
