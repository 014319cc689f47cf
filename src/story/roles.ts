/** The part a beat plays in its story. */
export type Role = "setup" | "crisis" | "turn" | "outcome" | "lesson" | "detail";

/**
 * Words that give a label its role, in English and the languages our users write in. The word that stands last in a
 * label decides ("Crisis Response" is a turn), as the head of an English compound does.
 */
const WORDS: Record<Exclude<Role, "detail">, RegExp> = {
  setup:
    /\b(contexts?|set-?up|backgrounds?|situation|starting point|the start|the beginning|kontext|ausgangslage|hintergrund|contexte|contexto|antecedentes)\b/giu,
  crisis:
    /\b(cris[ie]s|breaking points?|moment|costs?|bill|damage|disasters?|incidents?|outage|failures?|collapse|problems?|mistakes?|went wrong|stakes|krise|wendepunkt|kosten|crise|coûts?|costes?|costos?)\b/giu,
  turn: /\b(resolution|solutions?|systems?|fix(?:es)?|changed|techniques?|turn(?:ing point)?|respon[sd]e|recovery|reali[sz]ation|shifts?|implement(?:ed|ation)|configurations?|approach|process|decisions?|steps|what we did|what i did|put|built|rebuilt|introduced|replaced|finally worked|lösung|geändert|umstellung|maßnahmen|solución|décision|decisión)\b/giu,
  outcome:
    /\b(impacts?|outcomes?|results?|metrics?|numbers|measurable|savings|brought|gained|saved|payoff|aftermath|wirkung|ergebnis(?:se)?|zahlen|résultats?|resultados?|impacto)\b/giu,
  lesson:
    /\b(lessons?|learn(?:ed|t|ings?)?|frameworks?|insights?|takeaways?|take-aways?|taught|moral|principles?|philosophy|lektion(?:en)?|lehren?|erkenntnis(?:se)?|fazit|leçons?|lecci(?:ón|ones)|aprendizajes?)\b/giu,
};

/** The role a label gives its beat: by its head words, before any "of", "with" or "for"; `detail` where none fits. */
export function roleOf(label: string): Role {
  for (const segment of label.split(/\s*(?:[:–—(]|\s-\s)\s*/)) {
    const role = lastRole(
      segment.replace(/\s(?:of|with|for|from|about|behind|in|at|as|to|von|für|mit|pour|para|de|du)\s.*$/iu, ""),
    );
    if (role !== "detail") return role;
  }
  return "detail";
}

function lastRole(segment: string): Role {
  let found: Role = "detail";
  let at = -1;
  for (const [role, words] of Object.entries(WORDS) as [Role, RegExp][]) {
    for (const match of segment.matchAll(words)) {
      if (match.index > at) {
        at = match.index;
        found = role;
      }
    }
  }
  return found;
}
