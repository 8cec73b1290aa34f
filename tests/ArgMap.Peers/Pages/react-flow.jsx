// The same boxes and lines with React Flow, as its performance guide says: memoised node component, constant props,
// sizes and handles given, so that nothing has to be measured. ?visible adds onlyRenderVisibleElements.
import { memo } from "react";
import { createRoot } from "react-dom/client";
import { Handle, Position, ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";

const map = JSON.parse(document.getElementById("map").textContent);
const onlyVisible = location.search.includes("visible");

const Box = memo(({ data }) => (
  <div className={`box ${data.kind}`}>
    <Handle type="target" position={Position.Left} isConnectable={false} />
    <div className="top"><span>{data.kind}</span><span>#{data.number}</span></div>
    <a className="text" href={`#${data.number}`} style={{ WebkitLineClamp: data.lines }}>{data.text}</a>
    <Handle type="source" position={Position.Right} isConnectable={false} />
  </div>
));

const nodeTypes = { box: Box };
const port = (type, position, x, y) => ({ type, position, x, y, width: 1, height: 1 });
const nodes = map.boxes.map((box) => ({
  id: `${box.number}`,
  type: "box",
  position: { x: box.left, y: box.top },
  width: box.width,
  height: box.height,
  handles: [port("target", Position.Left, 0, box.height / 2), port("source", Position.Right, box.width, box.height / 2)],
  data: box,
}));
const edges = map.lines.map((line, index) => ({ id: `${index}`, type: "straight", source: `${line.from}`, target: `${line.to}`, className: line.kind }));
const viewport = { x: 20 - map.boxes[0].left, y: 300 - map.boxes[0].top, zoom: 1 };

/** Usable: everything that shall be there is there, has been drawn, and a pan moves it. */
function whenUsable(flow) {
  const least = onlyVisible ? 1 : nodes.length;
  const look = () => {
    const drawn = document.querySelectorAll(".react-flow__node").length >= least
      && document.querySelectorAll(".react-flow__edge").length >= (onlyVisible ? Math.min(1, edges.length) : edges.length);
    if (!drawn) return requestAnimationFrame(look);
    const moved = document.querySelector(".react-flow__viewport");
    const before = moved.style.transform;
    flow.setViewport({ ...viewport, y: viewport.y - 1 });
    const answered = () => (moved.style.transform === before ? requestAnimationFrame(answered) : requestAnimationFrame(() => performance.mark("peer:usable")));
    requestAnimationFrame(answered);
  };
  requestAnimationFrame(look);
}

createRoot(document.getElementById("picture")).render(
  <ReactFlow
    defaultNodes={nodes}
    defaultEdges={edges}
    nodeTypes={nodeTypes}
    defaultViewport={viewport}
    minZoom={0.03}
    maxZoom={3}
    panOnScroll
    nodesDraggable={false}
    nodesConnectable={false}
    onlyRenderVisibleElements={onlyVisible}
    onInit={whenUsable}
  />,
);
