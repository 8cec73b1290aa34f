// The same boxes and lines with Cytoscape.js on its canvas. ?fast adds what its documentation names for large graphs:
// a texture instead of drawing and no edges while the viewport moves, one device pixel per CSS pixel.
import cytoscape from "cytoscape";

const map = JSON.parse(document.getElementById("map").textContent);
const fast = location.search.includes("fast");
const colours = { thesis: "#2c3563", support: "#1b6637", objection: "#a3282d", prerequisite: "#774d00", answer: "#09606d", question: "#683b9f", restatement: "#4b5866" };

const graph = cytoscape({
  container: document.getElementById("picture"),
  elements: {
    nodes: map.boxes.map((box) => ({
      data: { id: `${box.number}`, label: `${box.kind}  #${box.number}\n${box.text}`, width: box.width, height: box.height, colour: colours[box.kind] },
      position: { x: box.left + box.width / 2, y: box.top + box.height / 2 },
    })),
    edges: map.lines.map((line, index) => ({ data: { id: `e${index}`, source: `${line.from}`, target: `${line.to}`, colour: colours[line.kind] } })),
  },
  layout: { name: "preset", fit: false },
  style: [
    {
      selector: "node",
      style: {
        shape: "rectangle",
        width: "data(width)",
        height: "data(height)",
        "background-color": "#fff",
        "border-width": 1,
        "border-color": "data(colour)",
        label: "data(label)",
        "font-size": 15,
        "font-family": "Georgia, serif",
        "text-wrap": "wrap",
        "text-max-width": "226px",
        "text-valign": "center",
        "text-halign": "center",
      },
    },
    { selector: "edge", style: { width: 2, "line-color": "data(colour)", "curve-style": "straight" } },
  ],
  zoom: 1,
  pan: { x: 20 - map.boxes[0].left, y: 300 - map.boxes[0].top },
  minZoom: 0.03,
  maxZoom: 3,
  autoungrabify: true,
  ...(fast ? { textureOnViewport: true, hideEdgesOnViewport: true, pixelRatio: 1 } : {}),
});

/** Usable: drawn once, and drawn again in another place after a pan. */
graph.one("render", () => {
  graph.one("render", () => requestAnimationFrame(() => performance.mark("peer:usable")));
  graph.panBy({ x: 0, y: -1 });
});
window.graph = graph;
