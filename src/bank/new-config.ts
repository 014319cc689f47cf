/** The `storybank.yaml` of a new bank; `{start}` is the Monday of week 1. */
export const NEW_CONFIG = `# The settings of this story bank. Everything but calendar.start may be left out.
version: 1
# author: Your Name
# Several people: new stories and posts keep who wrote them, and a second person reads a post before it is ready.
# authors: true
# review: true
# platform: linkedin
# What your posts are for, who reads them, what you stand for in them; drafts say it in their notes.
# purpose: Show what leading engineers is like
# audience: People who lead engineers, or soon will
# positioning: Somebody who has paid for these lessons
# How long a post is to be (characters, or full), and how it looks:
# length: 1300
# style: {bullet: "→", number: "1.", emphasis: none, heading-emoji: "🎯", paragraph: usual}
# Numbered lists instead of menus, for screen readers:
# prompts: plain

calendar:
  # The Monday of week 1. Week n starts 7(n - 1) days later.
  start: {start}
  # timezone: Europe/Berlin
  # Weeks during which a story is not told again:
  # cooldown: 12
  # Your weekly series, one per weekday. All keys are optional.
  # slots:
  #   tuesday:
  #     series: Architecture Debate
  #     type: Debate
  #     time: "09:00"
  #     template: debate
  #     question: Where would you have drawn the line?
  #     hashtags: [SoftwareArchitecture, TechLeadership]
  #     closing: Tell me where I am wrong.
  #     purpose: Think aloud about a decision and its price
  #     targets: {engagement: 4-6%, comments: 20-30}

# Names that must not appear in a post, with what to say instead:
# private:
#   Acme Corp: a retail client

# Names that may; "storybank names" lists those that are in neither:
# public: [Ada Lovelace]
`;
