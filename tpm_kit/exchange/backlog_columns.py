"""Which column of a foreign table is which field of a backlog item.

Headers are compared without case, accents and punctuation. The names are those that trackers write (Jira,
Linear, Azure DevOps, GitHub, GitLab, Trello, Asana, YouTrack) and that people use in spreadsheets, in
English, German, French, Spanish and Portuguese.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tpm_kit.checked_files import did_you_mean, shown
from tpm_kit.exchange.cells import is_no_value, number, plain
from tpm_kit.exchange.csv_table import Table
from tpm_kit.exchange.intake import BacklogFileError, Remarks, listed

# The better name of two stands first. "blocks" is the way back: the items that wait for this one.
NAMES = {
    "id": "issue key, key, item key, ticket key, clave de incidencia, clave, clé de ticket, clé, chave da "
    "item, chave do item, chave, Vorgangsschlüssel, Schlüssel, id, issue id, item id, ticket id, task "
    "id, card id, story id, work item id, formatted id, identifier, identificador, identifiant, "
    "Kennung, ref, reference, référence, number, issue number, nr, no, #, numéro, número, Nummer",
    "title": "title, summary, name, issue title, item title, task name, card name, story, user story, story "
    "name, work item, backlog item, item, task, issue, feature, feature name, Titel, "
    "Zusammenfassung, Name der Aufgabe, Aufgabe, Bezeichnung, titre, résumé, nom, título, resumen, "
    "nombre, resumo, nome, tarea, tarefa, tâche",
    "summary": "description, details, notes, body, issue description, card description, Beschreibung, "
    "descripción, descrição, Details, Notizen, notas, détails",
    "effort": "story points, story point estimate, story point, points, estimate, effort, size, weight, sp, "
    "pts, estimated effort, effort estimate, effort points, estimation, story points estimate, "
    "Aufwand, Schätzung, Punkte, Größe, Story-Punkte, Funktionspunkte, effort estimé, charge de "
    "travail, points d'effort, points de story, taille, esfuerzo, puntos, puntos de historia, "
    "estimación, tamaño, esforço, pontos, pontos de história, estimativa, tamanho, peso, poids, "
    "estimación de puntos de historia",
    "value": "value, business value, user business value, customer value, user value, relative value, "
    "benefit, Wert, Geschäftswert, Nutzen, Kundennutzen, valeur, valeur métier, valor, valor de "
    "negocio, valor de negócio",
    "reach": "reach, users affected, affected users, customers affected, Reichweite, portée, alcance",
    "confidence": "confidence, confidence level, Konfidenz, Zuversicht, confiance, confianza, confiança",
    "dependencies": "depends on, blocked by, is blocked by, dependencies, dependency, depends, dependent "
    "on, waits for, predecessors, predecessor, prerequisites, requires, blocked by "
    "(dependencies), hängt ab von, abhängig von, Abhängigkeiten, Abhängigkeit, blockiert "
    "durch, blockiert von, wird blockiert von, Vorgänger, dépend de, dépendances, bloqué "
    "par, est bloqué par, prédécesseurs, depende de, dependencias, bloqueado por, está "
    "bloqueado por, predecesores, dependências, predecessores",
    "blocks": "blocks, blocking, is blocking, blocking (dependencies), successors, required by, blockiert, "
    "bloque, bloquea, bloqueia, Nachfolger",
    "labels": "labels, label, tags, tag, Stichwörter, Schlagwörter, Etiketten, étiquettes, étiquette, "
    "etiquetas, etiqueta, rótulos",
    "theme": "theme, epic, epic name, parent summary, epic link, epic title, component, components, "
    "component/s, area, area path, feature area, module, category, initiative, Thema, Epos, "
    "Komponente, Komponenten, Bereich, Kategorie, thème, épopée, composant, composants, domaine, "
    "catégorie, tema, épica, componente, componentes, área, categoría, épico, categoria",
    "persona": "persona, user, user type, user role, actor, audience, Nutzer, Benutzer, Zielgruppe, "
    "utilisateur, usuario, usuário",
    "deadline": "due date, deadline, due, due on, target date, must be done by, Fälligkeitsdatum, "
    "Fälligkeit, fällig am, Termin, date d'échéance, échéance, date limite, fecha de "
    "vencimiento, vencimiento, fecha límite, plazo, data de vencimento, prazo, data limite, "
    "data de entrega",
    "workaround": "workaround, work-around, workarounds, alternative, Umgehung, Umgehungslösung, "
    "contournement, solution de contournement, solución alternativa, alternativa, solução de "
    "contorno",
    "evidence": "evidence, proof, Beleg, Belege, Nachweis, preuve, preuves, evidencia, evidência, evidências",
}
FIELDS = tuple(NAMES)
LONGEST_HEADER = 200
MULTIPLE = ("dependencies", "blocks", "labels")
NUMERIC = ("effort", "value", "reach", "confidence")
KNOWN = {
    plain(name) or name.strip(): (field, rank)
    for field, names in reversed(NAMES.items())
    for rank, name in reversed(list(enumerate(names.split(","))))
}
CUSTOM = re.compile(
    r"(?:custom field|benutzerdefiniertes feld|champs? personnalis\w+|campos? personali[sz]ados?)\s*\((.+)\)",
    re.I,
)
OUTWARD = ("outward", "ausgehend", "sortant", "saliente", "saida", "externo")
INWARD = ("inward", "eingehend", "entrant", "entrante", "entrada", "interno")
TIME_UNIT = re.compile(
    r"\b(?:h|hrs?|hours?|d|days?|weeks?|min(?:utes)?|s|sec(?:onds)?|stunden|tage|heures|jours|horas|d[ií]as)\b",
    re.I,
)
BRACKETED = re.compile(r"^(.+?)\s*[(\[]([^()\[\]]*)[)\]]\s*\*?$")


def recognised(header: str) -> tuple[str, int] | None:
    """The field that a header usually means, and how usual the name is (0 is best); None if none."""
    if len(header) > LONGEST_HEADER:
        return None
    link = _link(header)
    if link:
        return link, 0
    custom = CUSTOM.fullmatch(header)
    name = custom[1] if custom else header
    found = KNOWN.get(plain(name) or name)
    bracketed = BRACKETED.match(name)
    if found or not bracketed or TIME_UNIT.search(bracketed[2]):
        return found
    return KNOWN.get(plain(bracketed[1]))


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


def chosen_columns(
    table: Table, columns: Mapping[str, str | None] | None, remarks: Remarks
) -> dict[str, tuple[int, ...]]:
    """The column numbers (from 0) of each field that has any, the learner's own `columns` first.

    Raises BacklogFileError for a field or a header in `columns` that does not exist.
    """
    wanted = _wanted(table, columns or {})
    taken = {i for places in wanted.values() for i in places}
    candidates: dict[str, dict[str, list[int]]] = {}
    for i, header in enumerate(table.headers):
        found = recognised(header)
        if found and i not in taken and found[0] not in wanted:
            candidates.setdefault(found[0], {}).setdefault(plain(header) or header, []).append(i)
    chosen = {
        field: wanted.get(field) or _best(field, candidates.get(field), table, remarks) for field in FIELDS
    }
    if not chosen["title"] and chosen["summary"] and "title" not in wanted and "summary" not in wanted:
        header = table.headers[chosen["summary"][0]]
        remarks.add(f"There is no column of titles, so {shown(header)} was taken for them")
        chosen["title"], chosen["summary"] = chosen["summary"], ()
    return {field: places for field, places in chosen.items() if places}


def _wanted(table: Table, columns: Mapping[str, str | None]) -> dict[str, tuple[int, ...]]:
    if not isinstance(columns, Mapping):
        raise BacklogFileError('Give columns as a dictionary, such as columns={"effort": "Weight"}.')
    wanted = {}
    for field, header in columns.items():
        if field not in FIELDS:
            known = recognised(str(field))
            hint = f"; did you mean “{known[0]}”?" if known else did_you_mean(str(field), FIELDS)
            raise BacklogFileError(
                f"There is no field {shown(field)}{hint or '.'} The fields are {', '.join(FIELDS)}."
            )
        wanted[field] = () if header is None else columns_named(table, header)
    return wanted


def columns_named(table: Table, header: object) -> tuple[int, ...]:
    """The numbers of the columns with this header; if there are none, BacklogFileError names the closest."""
    name = str(header).strip()
    for same in (str, plain):
        places = tuple(i for i, other in enumerate(table.headers) if same(name) and same(other) == same(name))
        if places:
            return places
    filled = _headers_with_values(table)
    hint = did_you_mean(name, table.headers) or "."
    raise BacklogFileError(f"There is no column {shown(header)}{hint} The columns are {listed(filled, 40)}.")


def _headers_with_values(table: Table) -> list[str]:
    headers = dict.fromkeys(table.headers)
    filled = {table.headers[i] for row in table.rows for i, cell in enumerate(row.cells) if cell}
    return [header for header in headers if header in filled]


def _best(
    field: str, candidates: dict[str, list[int]] | None, table: Table, remarks: Remarks
) -> tuple[int, ...]:
    """The columns to read `field` from: the fullest, or every filled one where values can be joined."""
    if not candidates:
        return ()
    counts = {name: _filled(field, places, table) for name, places in candidates.items()}

    def order(name: str) -> tuple[int, int, int, int]:
        useful, filled = counts[name]
        return -useful, -filled, recognised(table.headers[candidates[name][0]])[1], candidates[name][0]

    best, *others = sorted(candidates, key=order)
    if field in MULTIPLE:
        kept = [name for name in candidates if counts[name][1]] or [best]
        return tuple(i for name in kept for i in candidates[name])
    for name in others:
        if counts[name][1]:
            left, taken = (shown(table.headers[candidates[n][0]]) for n in (name, best))
            remarks.add(
                f"{left} could also be the {field}; {taken} was taken, which has at least as many values"
            )
    return tuple(candidates[best])


def _filled(field: str, places: Sequence[int], table: Table) -> tuple[int, int]:
    """How many rows have a value that `field` can use, and how many have any text there."""
    useful = filled = 0
    for row in table.rows:
        cells = [row.cells[i] for i in places if row.cells[i]]
        filled += bool(cells)
        if field in NUMERIC:
            useful += any(number(cell) is not None for cell in cells)
        else:
            useful += any(not is_no_value(cell) for cell in cells)
    return useful, filled
