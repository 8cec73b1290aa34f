namespace ArgMap.Argumentation.Maps;

/// <summary>A directed graph over 0..n-1, held as two arrays.</summary>
/// <param name="Starts">Where each vertex's successors start in <paramref name="Ends"/>; one entry more than there are vertices.</param>
/// <param name="Ends">The successors of all vertices, one after the other.</param>
internal sealed record DirectedGraph(int[] Starts, int[] Ends)
{
    public int VertexCount => Starts.Length - 1;

    public ReadOnlySpan<int> Successors(int vertex) => Ends.AsSpan(Starts[vertex]..Starts[vertex + 1]);

    public static DirectedGraph Of(int vertexCount, IReadOnlyCollection<(int From, int To)> edges)
    {
        var starts = new int[vertexCount + 1];
        foreach (var (from, _) in edges)
        {
            starts[from + 1]++;
        }

        for (var vertex = 0; vertex < vertexCount; vertex++)
        {
            starts[vertex + 1] += starts[vertex];
        }

        var ends = new int[edges.Count];
        var next = starts.AsSpan(0, vertexCount).ToArray();
        foreach (var (from, to) in edges)
        {
            ends[next[from]++] = to;
        }

        return new DirectedGraph(starts, ends);
    }
}

/// <summary>
/// Finds the strongly connected components of a graph: the largest groups of vertices that all lead to each other. Tarjan, R. (1972),
/// "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1(2); with a stack of its own, since chains are long.
/// </summary>
internal static class StronglyConnected
{
    /// <summary>For each vertex the number of its component, and how many components there are.</summary>
    public static (int[] Component, int Count) Components(DirectedGraph graph)
    {
        const int Unvisited = -1;
        var component = new int[graph.VertexCount];
        var order = new int[graph.VertexCount];
        var low = new int[graph.VertexCount];
        Array.Fill(component, Unvisited);
        Array.Fill(order, Unvisited);
        var open = new Stack<int>();
        var walk = new Stack<(int Vertex, int Next)>();
        var visited = 0;
        var count = 0;
        for (var start = 0; start < graph.VertexCount; start++)
        {
            if (order[start] != Unvisited)
            {
                continue;
            }

            Enter(start);
            while (walk.TryPop(out var at))
            {
                var successors = graph.Successors(at.Vertex);
                if (at.Next < successors.Length)
                {
                    var successor = successors[at.Next];
                    walk.Push((at.Vertex, at.Next + 1));
                    if (order[successor] == Unvisited)
                    {
                        Enter(successor);
                    }
                    else if (component[successor] == Unvisited)
                    {
                        low[at.Vertex] = Math.Min(low[at.Vertex], order[successor]);
                    }

                    continue;
                }

                if (low[at.Vertex] == order[at.Vertex])
                {
                    int member;
                    do
                    {
                        member = open.Pop();
                        component[member] = count;
                    }
                    while (member != at.Vertex);
                    count++;
                }

                if (walk.TryPeek(out var parent))
                {
                    low[parent.Vertex] = Math.Min(low[parent.Vertex], low[at.Vertex]);
                }
            }
        }

        return (component, count);

        void Enter(int vertex)
        {
            order[vertex] = low[vertex] = visited++;
            open.Push(vertex);
            walk.Push((vertex, 0));
        }
    }
}
