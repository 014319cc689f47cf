import { PageLayout, type Place } from "../page-layout.tsx";

/** A page for what can't be shown: what is wrong, and what to do. */
export function TroublePage({
  title,
  message,
  hint,
  ...place
}: { title: string; message: string; hint?: string } & Place) {
  return (
    <PageLayout title={title} section={null} {...place}>
      <h1>{title}</h1>
      <p>{message}</p>
      {hint === undefined ? null : <p class="remedy">{hint}</p>}
      <p>
        <a href={place.links.home}>To the week</a>
      </p>
    </PageLayout>
  );
}
