/// Filters and sorts the findings of a page by the `data-` attributes of their cards; the page is whole without it.
enum HTMLScript {
    static let text: StaticString = """

        "use strict";
        (() => {
          const form = document.getElementById("controls");
          if (!form) return;
          const list = document.querySelector(".findings");
          const items = Array.from(list.children, item => ({ item, data: item.firstElementChild.dataset }));
          const rank = {
            severity: ["error", "warning", "note"],
            verdict: ["confirmed", "not-reproduced", "not-modelled", "not-simulated"],
          };
          const number = name => (left, right) => Number(left.data[name]) - Number(right.data[name]);
          const ranked = name => (left, right) =>
            rank[name].indexOf(left.data[name]) - rank[name].indexOf(right.data[name]);
          const orders = {
            place: number("place"),
            severity: ranked("severity"),
            verdict: ranked("verdict"),
            rule: (left, right) => left.data.rule < right.data.rule ? -1 : left.data.rule > right.data.rule ? 1 : 0,
            stall: (left, right) => number("stall")(right, left),
          };
          const apply = () => {
            const chosen = name => form.elements[name].value;
            const part = chosen("file").trim().toLowerCase();
            let shown = 0;
            for (const { item, data } of items) {
              const fits = ["severity", "rule", "verdict"].every(
                name => chosen(name) === "*" || chosen(name) === data[name]);
              item.hidden = !(fits && data.file.toLowerCase().includes(part));
              if (!item.hidden) shown += 1;
            }
            const order = orders[chosen("order")];
            items.sort((left, right) => order(left, right) || orders.place(left, right));
            list.append(...items.map(({ item }) => item));
            form.querySelector("output").textContent = `${shown} of ${items.length} findings`;
          };
          form.addEventListener("input", apply);
          form.addEventListener("reset", () => setTimeout(apply));
          form.addEventListener("submit", event => event.preventDefault());
          form.hidden = false;
          apply();
        })();

        """
}
