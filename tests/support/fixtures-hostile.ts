/** A story whose every part would like to be more than text. */
export const HOSTILE = `---
title: "\\"><script>window.pwned=1</script> 'Q' & <b>"
week: 1
day: tuesday
series: "<img src=x onerror=window.pwned=2>"
hook: "<svg onload=window.pwned=3>It cost $2.4M</svg> \\"quoted\\""
tags: ["<i>", "'\\"onmouseover=window.pwned=4 x='"]
facts:
  cause: "<script>window.pwned=5</script>"
---

**The Setup:**
<script>window.pwned=6</script>
We paid <b onclick="window.pwned=7">$2.4M</b> for [a link](javascript:window.pwned=8) and <javascript:window.pwned=9>.

**The Crisis <img src=x onerror=window.pwned=10>:**
![x](https://tracker.example/p.png) [ref][r] "onmouseover="window.pwned=11

[r]: javascript:window.pwned=12 "onload=window.pwned=13"

**The Lesson:**
<style>body{display:none}</style><iframe src="javascript:parent.pwned=14"></iframe>Trust nothing.
`;

/** A post of that story. */
export const HOSTILE_POST = `---
title: "</title><script>window.pwned=20</script>"
story: hostile
week: 1
day: tuesday
date: 2025-01-07
platform: linkedin
status: published
series: "<img src=x onerror=window.pwned=21>"
hook: "<svg onload=window.pwned=22>"
url: "javascript:window.pwned=23"
hook-template: "</text></svg><script>window.pwned=24</script>"
targets:
  engagement: "4-6% <script>window.pwned=25</script>"
results:
  - 2025-01-20 impressions=1000 reactions=50
---
## Final Optimized Post

<svg onload=window.pwned=26> It cost $2.4M, "and" <script>window.pwned=27</script>

"><img src=x onerror=window.pwned=28> $3.4M

#Tag
`;
