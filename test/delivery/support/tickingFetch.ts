/** The platform's fetch, counting what is under way, so that a test clock only moves when nothing is. */
export class TickingFetch {
  underWay = 0;

  readonly fetch: typeof fetch = async (...call) => {
    this.underWay += 1;
    try {
      const { status, headers, body } = await fetch(...call).then(async (answer) => {
        return { status: answer.status, headers: answer.headers, body: await answer.arrayBuffer() };
      });
      return new Response(status === 204 ? null : body, { status, headers });
    } finally {
      this.underWay -= 1;
    }
  };

  /** Resolves when nothing is under way any more (apart from so many that Teams is told to hold) and all that follows is done. */
  async settled(held = 0): Promise<void> {
    for (let quiet = 0; quiet < 12; quiet = this.underWay <= held ? quiet + 1 : 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
