import { describe, expect, test } from "vitest";
import { roleOf } from "../../src/language/label.ts";
import { readBeats } from "../../src/story/beats.ts";

function rolesOf(body: string): string[] {
  return readBeats({ body, bodyLine: 1 }).map(({ role, title }) => `${title ?? "-"}: ${role}`);
}

const STAR = `## Situation
Our nightly backup had been green for two years.

## Task
I had to move it to a new host before the lease ran out.

## Action
We restored it first, for practice, and found 0 bytes.

## Result
We lost nothing but one weekend.
`;

const SOAR = `**Situation:** We sold to hospitals, and every deal took a year.

**Obstacle:** Legal at the third one wanted a clause that no one had ever signed.

**Actions taken:** I flew to Lyon and read the clause aloud with their counsel.

**Results:** Signed in 9 days.
`;

const CAR = `Challenge: The team of 6 shipped once a quarter and was afraid of it.

Action: We cut the release to one service and one evening.

Result: 41 releases in the year after.
`;

const PAR = `1. **Problem**

   Nobody read the runbook.

2. **Action**

   Dana printed it.

3. **Result**

   Pages fell from 30 to 4.
`;

const PAR_HEADINGS = `### 1. The Problem
Nobody read the runbook.

### 2. My Action
Dana printed it and hung it beside the coffee machine.

### 3. The Result
Pages fell from 30 to 4.
`;

const ABT = `**And:** We had a plan and a date.

**But:** The vendor went bankrupt on the Tuesday before.

**Therefore:** We wrote the importer ourselves, in four nights.
`;

const CONFLICT = `#### Context
A shop with 3 sites.

#### Conflict
Marketing wanted the banner, and I said no in front of everybody.

#### Resolution
We tried it on one site for a week.
`;

const SO_WHAT = `**What?** The intern had deleted the staging database.

**So what?** Nobody had told her that it held the only copy.

**Now what?** Whoever gives access explains it.
`;

const JOURNAL = `## What happened
I snapped at Tomasz in the review.

## What went well
He said it to my face afterwards.

## What I learned
I review badly before lunch.
`;

describe("English notes", () => {
  test.each<[string, string, string[]]>([
    ["STAR", STAR, ["Situation: setup", "Task: setup", "Action: turn", "Result: outcome"]],
    ["SOAR", SOAR, ["Situation: setup", "Obstacle: crisis", "Actions taken: turn", "Results: outcome"]],
    ["CAR", CAR, ["Challenge: crisis", "Action: turn", "Result: outcome"]],
    ["PAR", PAR_HEADINGS, ["1. The Problem: crisis", "2. My Action: turn", "3. The Result: outcome"]],
    ["ABT", ABT, ["And: setup", "But: crisis", "Therefore: turn"]],
    ["context, conflict, resolution", CONFLICT, ["Context: setup", "Conflict: crisis", "Resolution: turn"]],
    ["what, so what, now what", SO_WHAT, ["What?: setup", "So what?: lesson", "Now what?: lesson"]],
    ["a journal", JOURNAL, ["What happened: crisis", "What went well: outcome", "What I learned: lesson"]],
  ])("%s", (_, note, roles) => expect(rolesOf(note)).toEqual(roles));

  test("a list of steps stays one beat", () => expect(rolesOf(PAR)).toEqual(["-: detail"]));
});

describe("notes in other languages", () => {
  test.each<[string, string, string[]]>([
    [
      "German STAR",
      "**Situation:** Wir hatten drei Server.\n\n**Aufgabe:** Ich sollte sie umziehen.\n\n**Vorgehen:** Wir zogen nachts um.\n\n**Ergebnis:** 0 Ausfälle.\n",
      ["setup", "setup", "turn", "outcome"],
    ],
    [
      "a German journal",
      "## Was passiert ist\nIch habe Jonas angefahren.\n\n## Was ich daraus gelernt habe\nVor dem Essen sage ich nichts.\n",
      ["crisis", "lesson"],
    ],
    [
      "German ABT",
      "**Und:** Der Plan stand.\n\n**Aber:** Der Kunde sprang ab.\n\n**Deshalb:** Wir fingen neu an.\n",
      ["setup", "crisis", "turn"],
    ],
    [
      "French STAR",
      "**Situation :** Nous avions 12 clients.\n\n**Tâche :** Je devais migrer la base.\n\n**Action :** J'ai tout arrêté.\n\n**Résultat :** 3 heures de panne.\n",
      ["setup", "setup", "turn", "outcome"],
    ],
    [
      "a French journal",
      "## Ce qui s'est passé\nJ'ai supprimé la table.\n\n## Ce que j'ai appris\nLire deux fois.\n",
      ["crisis", "lesson"],
    ],
    [
      "Spanish SOAR",
      "**Situación:** Éramos cuatro.\n\n**Obstáculo:** El cliente no pagó.\n\n**Acción:** Llamé cada día.\n\n**Resultado:** Pagó en 40 días.\n",
      ["setup", "crisis", "turn", "outcome"],
    ],
    [
      "a Spanish journal",
      "## Qué pasó\nBorré la rama.\n\n## Y qué\nNadie lo notó.\n\n## Lo que aprendí\nProteger las ramas.\n",
      ["crisis", "lesson", "lesson"],
    ],
    [
      "Portuguese CAR",
      "**Desafio:** O prazo era de uma semana.\n\n**Ação:** Cortamos o escopo.\n\n**Resultado:** Entregamos na sexta.\n",
      ["crisis", "turn", "outcome"],
    ],
    [
      "a Portuguese journal",
      "## O que aconteceu\nO servidor caiu.\n\n## O que aprendi\nTestar o backup.\n",
      ["crisis", "lesson"],
    ],
    [
      "an Italian journal",
      "## Cosa è successo\nHo cancellato tutto.\n\n## Cosa ho imparato\nMai di venerdì.\n",
      ["crisis", "lesson"],
    ],
    [
      "Dutch STAR",
      "## Situatie\nWe hadden haast.\n\n## Taak\nIk moest verhuizen.\n\n## Actie\nWe belden de klant.\n\n## Resultaat\nNiemand merkte het.\n",
      ["setup", "setup", "turn", "outcome"],
    ],
  ])("%s", (_, note, roles) => expect(readBeats({ body: note, bodyLine: 1 }).map(({ role }) => role)).toEqual(roles));
});

test.each([
  ["Cats and dogs", "detail"],
  ["What the auditor wanted", "detail"],
  ["Last but not least", "detail"],
  ["Call to action", "detail"],
  ["The task at hand", "setup"],
  ["S – Situation", "setup"],
])("%s", (label, role) => expect(roleOf(label)).toBe(role));
