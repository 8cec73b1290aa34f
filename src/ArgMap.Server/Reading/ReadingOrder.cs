using ArgMap.Server.Maps;

namespace ArgMap.Server.Reading;

/// <summary>The live things of a map in the order in which they are read: a node, then each step onto it followed by its premises, each with all that is below it, then the steps onto that step.</summary>
internal static class ReadingOrder
{
    /// <summary>The numbers of all live nodes and steps, each once. Linear in the size of the map, however deep it is.</summary>
    public static List<int> Of(MapView map)
    {
        var order = new List<int>(map.Nodes.Count + map.Relations.Count);
        var next = new Stack<int>(map.Tree.Roots.Reverse());
        while (next.TryPop(out var number))
        {
            order.Add(number);

            // What is pushed last is read first: the premises of a step come before the steps onto it.
            for (var steps = map.Tree.StepsOnto(number).Count - 1; steps >= 0; steps--)
            {
                next.Push(map.Tree.StepsOnto(number)[steps].Number);
            }

            var premises = map.Tree.OwnPremises(number);
            for (var premise = premises.Count - 1; premise >= 0; premise--)
            {
                next.Push(premises[premise]);
            }
        }

        return order;
    }
}
