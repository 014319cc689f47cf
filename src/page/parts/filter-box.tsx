interface FilterBoxProps {
  total: number;
  one: string;
  more: string;
  label: string;
}

/** Filters the table below it while somebody types; without script it is not there. */
export function FilterBox({ total, one, more, label }: FilterBoxProps) {
  return (
    <p class="filter">
      <label class="needs-script">
        <span class="unseen">{label}</span>
        <input
          type="search"
          id="filter"
          placeholder={label}
          autocomplete="off"
          spellcheck={false}
          aria-keyshortcuts="/"
        />
      </label>
      <output id="matches" for="filter" data-total={total} data-one={one} data-more={more}>
        {total} {total === 1 ? one : more}
      </output>
    </p>
  );
}
