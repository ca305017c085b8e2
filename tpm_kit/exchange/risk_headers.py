"""What the headers of a risk register usually mean: which field, and how surely.

Headers are compared without case, accents and punctuation. The names are those of companies' templates in
English and German, and the commonest ones of other languages.
"""

from __future__ import annotations

import re

from tpm_kit.typed import plain

# Of each field first the names that can hardly mean anything else, then those that often do, then those that
# only serve where nothing better is there.
NAMES: dict[str, tuple[str, ...]] = {
    "id": (
        "risk id, risk no, risk nr, risk number, risk ref, risk reference, risk key, risk code, Risiko-Nr, "
        "Risikonummer, Risiko-ID, Nr Risiko, Risiko-Kennung, id, key, issue key, Vorgangsschlüssel, "
        "Schlüssel, Kennung, identifier",
        "no, nr, lfd nr, laufende Nummer, #, number, Nummer, ref, reference, code, item, pos, Position",
    ),
    "title": (
        "risk title, risk name, risk, title, Risiko, Risikotitel, Risikobezeichnung, Risikoname, Titel, "
        "summary, Zusammenfassung, riesgo, risque, risco, rischio, risk summary, name of risk, short "
        "description, Kurzbeschreibung",
        "name, Bezeichnung, headline, subject, threat, Bedrohung, hazard, Gefahr",
    ),
    "event": (
        "risk event, event, Risikoereignis, Ereignis, Ereignis / Risiko, what could happen, what might "
        "happen, Was kann passieren",
        "risk description, risk statement, description of risk, description of the risk, description, "
        "Risikobeschreibung, Beschreibung, Beschreibung des Risikos, descripción, description du risque, "
        "scenario, Szenario, Risikoszenario, details",
    ),
    "cause": (
        "cause, causes, root cause, risk cause, source of risk, risk source, Ursache, Ursachen, "
        "Risikoursache, Risikoquelle, reason, Grund, causa, underlying cause, because of",
        "source, Quelle, driver, risk driver, Auslösende Ursache",
    ),
    "effect": (
        "effect, effects, consequence, consequences, risk effect, impact description, description of "
        "impact, consequence description, Auswirkung (Beschreibung), Beschreibung der Auswirkung, "
        "Beschreibung Auswirkung, Folge, Folgen, Konsequenz, Konsequenzen, Wirkung, leading to",
        "impact on project, potential impact, mögliche Folgen, implications, result",
    ),
    "category": (
        "category, risk category, risk type, type of risk, Kategorie, Risikokategorie, Risikoart, "
        "catégorie, categoría, categoria, risk area, Risikobereich, Risikofeld",
        "type, area, Art, Bereich, domain, class, Thema, theme, issue type",
    ),
    "items": (
        "items, backlog item, backlog items, affected item, affected items, affected story, affects, work "
        "package, work packages, Arbeitspaket, Arbeitspakete, betroffenes Arbeitspaket, betrifft, epic, "
        "wbs, linked items, linked issues, affected tasks",
        "task, component, components, feature, user story, affected area, Komponente, Aufgabe",
    ),
    "fact": (
        "evidence, fact, facts, Beleg, Belege, Nachweis, basis of estimate, rationale, Begründung, "
        "assessment rationale, justification",
        "comment, comments, notes, note, remarks, Bemerkung, Bemerkungen, Kommentar, Anmerkung, Notizen",
    ),
    "chance": (
        "probability, likelihood, chance, risk probability, risk likelihood, inherent likelihood, inherent "
        "probability, likelihood rating, probability rating, probability of occurrence, likelihood of "
        "occurrence, likelihood score, probability score, gross probability, gross likelihood, initial "
        "probability, initial likelihood, current likelihood, current probability, "
        "Eintrittswahrscheinlichkeit, Wahrscheinlichkeit, EW, Wahrscheinlichkeit des Eintritts, "
        "Eintrittswahrsch, probabilidad, probabilité, probabilidade, probabilità, prob, P (1-5), "
        "likelihood level",
        "p, w, l, Häufigkeit, frequency, occurrence, Auftreten",
    ),
    "impact": (
        "impact, risk impact, severity, inherent impact, impact rating, impact score, impact level, gross "
        "impact, initial impact, current impact, Auswirkung, Auswirkungen, Schadensausmaß, Ausmaß, "
        "Tragweite, Schweregrad, Schwere, Schadensklasse, Auswirkungsgrad, impacto, magnitude, consequence "
        "rating, consequence level, consequence score, severity of impact, overall impact",
        "i, s, t, Bedeutung, effect rating",
    ),
    "days": (
        "days, delay, delay in days, days of delay, days lost, days likely, days most likely, schedule "
        "impact, time impact, impact on schedule, impact time, Verzug, Terminverzug, Verzögerung, Verzug "
        "in Tagen, Auswirkung Termin, Terminauswirkung, Zeitverzug, schedule delay, Tage",
    ),
    "days_low": ("days low, days min, minimum days, best case days, optimistic days, Tage min",),
    "days_high": ("days high, days max, maximum days, worst case days, pessimistic days, Tage max",),
    "cost": (
        "cost impact, financial impact, impact cost, impact on cost, budget impact, monetary impact, cost, "
        "cost likely, cost most likely, loss, potential loss, damage, Schadenshöhe, Schaden, Schadenhöhe, "
        "Schadenssumme, Kosten, finanzielle Auswirkung, Auswirkung Kosten, Kostenauswirkung, max Schaden, "
        "Schadenspotenzial, single loss expectancy, SLE",
        "amount, Betrag, value, Wert",
    ),
    "cost_low": (
        "cost low, cost min, minimum cost, best case cost, optimistic cost, Kosten min, min Schaden",
    ),
    "cost_high": ("cost high, cost max, maximum cost, worst case cost, pessimistic cost, Kosten max",),
    "date": (
        "proximity, expected date, date of impact, impact date, may occur by, when, risk date, "
        "Eintrittszeitpunkt, erwarteter Eintritt, Eintrittsdatum, zeitliche Nähe, could strike by, "
        "expected occurrence, needed by",
        "due date, due, deadline, target date, target resolution date, Frist, Termin, fällig am, "
        "Fälligkeit, Fälligkeitsdatum, bis wann, mitigation due date, action due",
    ),
    "owner": (
        "owner, risk owner, responsible, responsible person, accountable, Verantwortlich, Verantwortliche, "
        "Verantwortlicher, verantwortliche Person, Risikoverantwortlicher, Risikoverantwortliche, "
        "Risikoeigner, Risikoeigentümer, Eigentümer, propietario, responsable, responsável, responsabile",
        "assigned to, assignee, Zuständig, zuständige Person, Bearbeiter, action owner, lead, who, wer",
    ),
    "trigger": (
        "trigger, triggers, risk trigger, early warning, early warning sign, early warning indicator, "
        "warning signs, Auslöser, Frühwarnindikator, Frühwarnzeichen, Trigger-Ereignis, indicator, "
        "Indikator, Eintrittsindikator, kri, key risk indicator",
    ),
    "status": (
        "status, risk status, state, current status, Risikostatus, Stand, Zustand, estado, statut, stato, "
        "open/closed, open or closed",
    ),
    "reviewed": (
        "last review, last reviewed, review date, reviewed, last review date, reviewed on, date reviewed, "
        "letzte Überprüfung, zuletzt überprüft, letzte Bewertung, Prüfdatum, überprüft am, last updated, "
        "last update, updated, date updated, letzte Aktualisierung, geändert am, aktualisiert, "
        "aktualisiert am",
    ),
    "action": (
        "mitigation, mitigation plan, mitigation action, mitigation actions, mitigation strategy, "
        "mitigating action, mitigation measures, response, risk response, response plan, response action, "
        "action, actions, action plan, treatment, treatment plan, risk treatment, countermeasure, "
        "countermeasures, preventive action, Maßnahme, Maßnahmen, Gegenmaßnahme, Gegenmaßnahmen, "
        "Risikomaßnahme, Risikomaßnahmen, Vorbeugung, präventive Maßnahme, Maßnahmenplan, Behandlung, "
        "medidas",
        "response strategy, strategy, response type, treatment option, Strategie, Risikostrategie, "
        "existing controls, current controls, controls, control, Kontrollen",
    ),
    "contingency": (
        "contingency, contingency plan, contingency action, fallback, fallback plan, fall back plan, plan "
        "b, Notfallplan, Eventualmaßnahme, Eventualplan, Rückfallplan, Alternativplan, reaktive Maßnahme, "
        "Korrekturmaßnahme",
    ),
    "score": (
        "score, risk score, risk rating, rating, risk level, level, risk value, risk index, rank, ranking, "
        "priority, risk priority, rpn, exposure, risk exposure, expected value, emv, expected monetary "
        "value, expected loss, inherent risk, inherent score, inherent risk score, inherent rating, gross "
        "risk, overall risk, risk grade, rag, rag status, zone, pxi, p x i, lxi, l x i, probability x "
        "impact, Risikowert, Risikozahl, Risikoprioritätszahl, RPZ, Risikostufe, Risikoklasse, Risikohöhe, "
        "Risikopotenzial, Priorität, Bewertung, Risikobewertung, Erwartungswert, Ampel, "
        "Schadenserwartungswert",
    ),
    "raised": (
        "date raised, raised, raised on, raised by, date identified, identified, identified on, identified "
        "by, date created, created, date opened, opened, date logged, logged, entry date, Erfassungsdatum, "
        "erfasst am, erfasst von, identifiziert am, gemeldet am, gemeldet von, erstellt, Erstelldatum, "
        "Datum, date, date closed, closed on, geschlossen am",
    ),
}
NO_FIELD: dict[str, str] = {
    "score": "a score follows from chance and effect, so the course works it out itself",
    "raised": "when a risk was written down changes nothing here",
    "residual": "what is left after the response is what exercise 7.7 asks for",
}
"""What is recognised and not taken, with the reason."""
FIELDS = tuple(field for field in NAMES if field not in NO_FIELD)
KNOWN = {
    plain(name) or name.strip(): (field, grade, rank)
    for field, classes in reversed(NAMES.items())
    for grade, names in reversed(list(enumerate(classes)))
    for rank, name in reversed(list(enumerate(names.split(", "))))
}
AFTER = re.compile(
    r"\b(?:residual|target|post[- ]?(?:mitigation|response|treatment)|after (?:mitigation|response|treatment)"
    r"|(?:net|mitigated) (?:risk|probability|likelihood|impact|score)|rest[- ]?(?:risiko|wahrscheinlichkeit|"
    r"auswirkung)\w*|netto\w*|nach maßnahmen?|verbleibend\w*)\b",
    re.I,
)
TARGET_DATE = re.compile(r"\b(?:date|datum|termin|resolution)\b", re.I)
BRACKETED = re.compile(r"^(.+?)\s*[(\[]([^()\[\]]*)[)\]]\s*\*?$")
UNIT_BEHIND = re.compile(
    r"\s+(?:in\s+)?(?:%|€|k€|t€|eur|teur|keur|usd|\$|chf|tagen?|days?|weeks?|wochen)$", re.I
)
LONGEST_HEADER = 200


def recognised(header: str) -> tuple[str, int, int] | None:
    """The field that a header usually means (or a key of `NO_FIELD`), the class of the name (0 is surest) and
    its rank; or None."""
    if len(header) > LONGEST_HEADER:
        return None
    if AFTER.search(header) and not TARGET_DATE.search(header):
        return "residual", 0, 0
    found = KNOWN.get(plain(header) or header)
    for pattern in (BRACKETED, UNIT_BEHIND):
        if not found and (match := pattern.search(header)):
            name = match[1] if pattern is BRACKETED else header[: match.start()]
            found = KNOWN.get(plain(name) or name)
    return found
