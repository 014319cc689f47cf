import { dayName } from "../../calendar/days.ts";
import type { PostHead } from "../../post/post.ts";
import { statusOf, type Uses } from "../../post/uses.ts";
import type { StoryHead } from "../../story/story.ts";
import { foldLetters } from "../../text/letters.ts";
import { PageLayout, type Place } from "../page-layout.tsx";
import { FilterBox } from "../parts/filter-box.tsx";
import { Badge, Command, DayLabel, Tags, Words } from "../parts/small.tsx";
import { Table } from "../parts/table.tsx";

/** The table of the bank, with a filter over title, hook, tags and id. */
export function StoriesPage({ stories, uses, ...place }: { stories: readonly StoryHead[]; uses: Uses } & Place) {
  const { links } = place;
  return (
    <PageLayout title="Stories" section="stories" {...place}>
      <h1>Stories</h1>
      {stories.length === 0 ? (
        <p class="empty">
          The bank has no stories yet. <Command words={["add"]} />
        </p>
      ) : (
        <>
          <FilterBox
            total={stories.length}
            one="story"
            more="stories"
            label="Filter by title, hook, tags, series and day"
          />
          <Table columns={["Story", "Week", "Day", "Series", "Tags", "Told"]} kind="wide stacks stories">
            {stories.map(({ id, title, hook, week, day, series, tags }) => (
              <tr data-text={foldLetters([title, hook, tags.join(" "), series, day, id].join(" "))}>
                <th scope="row">
                  <a href={links.story(id)}>
                    <Words>{title}</Words>
                  </a>
                  {hook === null ? null : (
                    <p class="faint hook-line">
                      <Words>{hook}</Words>
                    </p>
                  )}
                </th>
                <td data-label="Week" class="number">
                  {week}
                </td>
                <td data-label="Day">{day === null ? "" : dayName(day)}</td>
                <td data-label="Series">{series === null ? null : <Words>{series}</Words>}</td>
                <td data-label="Tags">{tags.length === 0 ? null : <Tags tags={tags} />}</td>
                <td data-label="Told">
                  <Badge word={statusOf(uses, id)} />
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </PageLayout>
  );
}

/** The posts by date, the latest first. */
export function PostsPage({ posts, ...place }: { posts: readonly PostHead[] } & Place) {
  const { links } = place;
  return (
    <PageLayout title="Posts" section="posts" {...place}>
      <h1>Posts</h1>
      {posts.length === 0 ? (
        <p class="empty">
          There are no posts yet. <Command words={["draft"]} />
        </p>
      ) : (
        <>
          <FilterBox
            total={posts.length}
            one="post"
            more="posts"
            label="Filter by title, hook, hashtags, platform and status"
          />
          <Table columns={["Post", "Date", "Week", "Platform", "Status"]} kind="wide stacks posts">
            {posts.map(({ id, title, hook, hashtags, date, time, week, platform, status }) => (
              <tr data-text={foldLetters([title, hook, hashtags.join(" "), platform, status, id].join(" "))}>
                <th scope="row">
                  <a href={links.post(id)}>
                    <Words>{title}</Words>
                  </a>
                </th>
                <td data-label="Date">
                  <DayLabel date={date} time={time} />
                </td>
                <td data-label="Week" class="number">
                  {week}
                </td>
                <td data-label="Platform">{platform}</td>
                <td data-label="Status">
                  <Badge word={status} />
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </PageLayout>
  );
}
