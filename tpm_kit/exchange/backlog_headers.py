"""What the headers of a foreign table usually mean: which field of a backlog item, and how surely.

Headers are compared without case, accents and punctuation. The names are those that trackers write (Jira,
Linear, Azure DevOps, GitHub, GitLab, Trello, Asana, YouTrack) and that people use in spreadsheets, in
English, German, French, Spanish, Portuguese, Italian and Dutch.
"""

from __future__ import annotations

import re

from tpm_kit.typed import plain

# Of each field first the names that can hardly mean anything else, then those that often do; within a class
# the better name stands first. "blocks" is the way back: the items that wait for this one.
NAMES: dict[str, tuple[str, ...]] = {
    "id": (
        "issue key, key, item key, ticket key, clave de incidencia, clave, clé de ticket, clé, chave da "
        "item, chave do item, chave, Vorgangsschlüssel, Schlüssel, chiave, chiave ticket, sleutel, "
        "issuesleutel, id, issue id, item id, ticket id, task id, card id, story id, work item id, "
        "formatted id, identifier, identificador, identifiant, Kennung, identificativo, kenmerk",
        "ref, reference, référence, number, issue number, nr, no, #, numéro, número, Nummer, numero",
    ),
    "title": (
        "title, summary, subject, headline, issue title, item title, issue summary, task name, card name, "
        "story name, feature name, user story, backlog item, Titel, Zusammenfassung, Betreff, Name der "
        "Aufgabe, titre, résumé, sujet, título, resumen, asunto, resumo, assunto, titolo, riepilogo, "
        "oggetto, samenvatting, onderwerp",
        "name, nom, nombre, nome, naam, Bezeichnung, story, work item, item, task, issue, feature, "
        "Aufgabe, tarea, tarefa, tâche, attività, taak",
    ),
    "summary": (
        "description, issue description, card description, Beschreibung, descripción, descrição, "
        "descrizione, beschrijving, omschrijving",
        "details, notes, body, Notizen, notas, détails, note, toelichting",
    ),
    "effort": (
        "story points, story point estimate, story points estimate, story point, points, sp, pts, "
        "estimated sp, effort points, Punkte, Story-Punkte, Funktionspunkte, points d'effort, points de "
        "story, puntos, puntos de historia, estimación de puntos de historia, pontos, pontos de história, "
        "punti, punti storia, punten, storypunten",
        "estimate, effort, size, weight, estimated effort, effort estimate, estimation, Aufwand, Schätzung, "
        "Größe, effort estimé, charge de travail, taille, esfuerzo, estimación, tamaño, esforço, "
        "estimativa, tamanho, peso, poids, stima, sforzo, dimensione, inschatting, schatting, inspanning, "
        "omvang, gewicht",
    ),
    "value": (
        "value, business value, user business value, customer value, user value, relative value, "
        "benefit, Wert, Geschäftswert, Nutzen, Kundennutzen, valeur, valeur métier, valor, valor de "
        "negocio, valor de negócio, valore, valore di business, waarde, bedrijfswaarde",
    ),
    "reach": (
        "reach, users affected, affected users, customers affected, Reichweite, portée, alcance, "
        "portata, bereik",
    ),
    "confidence": (
        "confidence, confidence level, Konfidenz, Zuversicht, confiance, confianza, confiança, confidenza, "
        "fiducia, vertrouwen, zekerheid",
    ),
    "dependencies": (
        "depends on, blocked by, is blocked by, dependencies, dependency, depends, dependent on, waits for, "
        "predecessors, predecessor, prerequisites, requires, blocked by (dependencies), hängt ab von, "
        "abhängig von, Abhängigkeiten, Abhängigkeit, blockiert durch, blockiert von, wird blockiert von, "
        "Vorgänger, dépend de, dépendances, bloqué par, est bloqué par, prédécesseurs, depende de, "
        "dependencias, bloqueado por, está bloqueado por, predecesores, dependências, predecessores, "
        "dipende da, dipendenze, bloccato da, è bloccato da, hangt af van, afhankelijk van, "
        "afhankelijkheden, geblokkeerd door",
    ),
    "blocks": (
        "blocks, blocking, is blocking, blocking (dependencies), successors, blockiert, bloque, bloquea, "
        "bloqueia, Nachfolger, blocca, blokkeert",
    ),
    "labels": (
        "labels, label, tags, tag, Stichwörter, Schlagwörter, Etiketten, étiquettes, étiquette, "
        "etiquetas, etiqueta, rótulos, etichette, etichetta, trefwoorden",
    ),
    "theme": (
        "theme, epic, parent summary, epic title, epic link, Thema, Epos, thème, épopée, tema, épica, épico",
        "epic name",
        "component, components, component/s, area, area path, feature area, module, category, initiative, "
        "Komponente, Komponenten, Bereich, Kategorie, composant, composants, domaine, catégorie, "
        "componente, componentes, área, categoría, categoria, onderdeel, categorie",
    ),
    "persona": ("persona, user type, user role, actor, audience, Zielgruppe, doelgroep",),
    "deadline": (
        "due date, deadline, due, due on, target date, must be done by, Fälligkeitsdatum, Fälligkeit, "
        "fällig am, fällig, Termin, date d'échéance, échéance, date limite, fecha de vencimiento, "
        "vencimiento, fecha límite, plazo, data de vencimento, prazo, data limite, data de entrega, "
        "scadenza, data di scadenza, vervaldatum, uiterste datum",
    ),
    "workaround": (
        "workaround, work-around, workarounds, Umgehung, Umgehungslösung, contournement, solution de "
        "contournement, solución alternativa, solução de contorno, soluzione alternativa, "
        "tijdelijke oplossing",
    ),
    "evidence": (
        "evidence, proof, Beleg, Belege, Nachweis, preuve, preuves, evidencia, evidência, evidências, "
        "evidenza, prova, prove, bewijs",
    ),
}
FIELDS = tuple(NAMES)
LONGEST_HEADER = 200
KNOWN = {
    plain(name) or name.strip(): (field, grade, rank)
    for field, classes in reversed(NAMES.items())
    for grade, names in reversed(list(enumerate(classes)))
    for rank, name in reversed(list(enumerate(names.split(","))))
}
# Where a header of titles may hold a summary after all, beside another column of titles.
SUMMARIES = frozenset(
    map(plain, ("summary", "Zusammenfassung", "résumé", "resumen", "resumo", "riepilogo", "samenvatting"))
)
CUSTOM = re.compile(
    r"(?:custom field|benutzerdefiniertes feld|champs? personnalis\w+|campos? personali[sz]ados?|"
    r"campi? personalizzat\w|aangepast veld)\s*\((.+)\)",
    re.I,
)
# Azure DevOps writes the title of an item in a tree into the column of its level.
TITLE_OF_LEVEL = re.compile(r"(?:title|titel|titre|título|titolo)\s*\d{1,2}", re.I)
OUTWARD = ("outward", "ausgehend", "sortant", "saliente", "saida", "externo")
INWARD = ("inward", "eingehend", "entrant", "entrante", "entrada", "interno")
TIME_UNIT = re.compile(
    r"\b(?:h|hrs?|hours?|d|days?|weeks?|min(?:utes)?|s|sec(?:onds)?|stunden|tage|heures|jours|horas|d[ií]as|"
    r"uren|dagen|ore|giorni)\b",
    re.I,
)
OTHER_UNIT = re.compile(r"(?:kg|g|lbs?|kb|mb|gb|€|\$|£|eur|usd)", re.I)
BRACKETED = re.compile(r"^(.+?)\s*[(\[]([^()\[\]]*)[)\]]\s*\*?$")


def recognised(header: str) -> tuple[str, int, int] | None:
    """The field that a header usually means, the class of the name (0 is surest) and its rank; or None."""
    if len(header) > LONGEST_HEADER:
        return None
    if TITLE_OF_LEVEL.fullmatch(header):
        return "title", 0, 0
    link = _link(header)
    if link:
        return link, 0, 0
    custom = CUSTOM.fullmatch(header)
    name = custom[1] if custom else header
    found = KNOWN.get(plain(name) or name)
    bracketed = BRACKETED.match(name)
    if not bracketed:
        return found
    if not found and not TIME_UNIT.search(bracketed[2]):
        found = KNOWN.get(plain(bracketed[1]))
    other_unit = OTHER_UNIT.fullmatch(bracketed[2].strip())
    return None if found and found[0] == "effort" and other_unit else found


def _link(header: str) -> str:
    """Jira puts direction and type of a link into the header; "depends" runs opposite to "blocks"."""
    bracketed = BRACKETED.match(header)
    if not bracketed:
        return ""
    words, kind = [plain(word) for word in bracketed[1].split()], plain(bracketed[2])
    out = any(word.startswith(OUTWARD) for word in words)
    if not out and not any(word.startswith(INWARD) for word in words):
        return ""
    if kind.startswith(("block", "bloqu")):
        return "blocks" if out else "dependencies"
    if kind.startswith(("depend", "abhang")):
        return "dependencies" if out else "blocks"
    return ""
