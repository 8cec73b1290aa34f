namespace ArgMap.Peers;

/// <summary>One way to show the map.</summary>
/// <param name="Name">What to call it in the table.</param>
/// <param name="Address">Its page.</param>
/// <param name="UsableMark">The performance mark it sets when it is usable.</param>
/// <param name="Picture">A selector of what is dragged.</param>
/// <param name="Place">A script expression that changes when the picture moves.</param>
internal sealed record Contender(string Name, string Address, string UsableMark, string Picture, string Place)
{
    public static Contender Ours(string name, string address) =>
        new(name, address, "argmap:usable", ".picture", "document.querySelector('.diagram').style.transform");

    public static Contender ReactFlow(string name, string address) =>
        new(name, address, "peer:usable", "#picture", "document.querySelector('.react-flow__viewport').style.transform");

    public static Contender Cytoscape(string name, string address) =>
        new(name, address, "peer:usable", "#picture", "JSON.stringify([window.graph.pan(), window.graph.zoom()])");
}
