namespace ArgMap.Server.Live;

/// <summary>Somebody who has a map open for editing.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="At">Number of the node or step they are at, or null.</param>
public sealed record Present(Guid Person, string Name, int? At);

/// <summary>Who has which map open for editing in this process. Nothing of it is stored.</summary>
public sealed class Presence
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, List<Guest>> maps = [];

    /// <summary>Enters a map; disposing of the guest leaves it.</summary>
    /// <param name="map">The map's id.</param>
    /// <param name="person">Who enters.</param>
    /// <param name="name">Their name.</param>
    /// <param name="changed">Called when somebody else enters, moves or leaves, from any thread; must not block.</param>
    public Guest Enter(long map, Guid person, string name, Action changed)
    {
        var guest = new Guest(this, map, person, name, changed);
        lock (gate)
        {
            if (!maps.TryGetValue(map, out var guests))
            {
                maps[map] = guests = [];
            }

            guests.Add(guest);
        }

        TellOthers(guest);
        return guest;
    }

    /// <summary>The other people in a guest's map, each once and where they moved last, by name.</summary>
    public IReadOnlyList<Present> Others(Guest guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        lock (gate)
        {
            return [.. maps.GetValueOrDefault(guest.Map, [])
                .Where(other => other.Person != guest.Person)
                .GroupBy(other => other.Person)
                .Select(windows => windows.MaxBy(other => other.Moved)!)
                .Select(other => new Present(other.Person, other.Name, other.At))
                .OrderBy(other => other.Name, StringComparer.Ordinal)];
        }
    }

    private void Move(Guest guest, int? at)
    {
        lock (gate)
        {
            if (guest.At == at)
            {
                return;
            }

            guest.At = at;
            guest.Moved = maps.GetValueOrDefault(guest.Map, []).Select(other => other.Moved).DefaultIfEmpty().Max() + 1;
        }

        TellOthers(guest);
    }

    private void Leave(Guest guest)
    {
        lock (gate)
        {
            if (!maps.TryGetValue(guest.Map, out var guests) || !guests.Remove(guest))
            {
                return;
            }

            if (guests.Count == 0)
            {
                maps.Remove(guest.Map);
            }
        }

        TellOthers(guest);
    }

    private void TellOthers(Guest guest)
    {
        Guest[] told;
        lock (gate)
        {
            told = [.. maps.GetValueOrDefault(guest.Map, []).Where(other => other.Person != guest.Person)];
        }

        foreach (var other in told)
        {
            other.Tell();
        }
    }

    /// <summary>One open editor of one person.</summary>
    public sealed class Guest : IDisposable
    {
        private readonly Presence presence;
        private readonly Action changed;

        internal Guest(Presence presence, long map, Guid person, string name, Action changed) =>
            (this.presence, Map, Person, Name, this.changed) = (presence, map, person, name, changed);

        internal long Map { get; }

        internal Guid Person { get; }

        internal string Name { get; }

        internal int? At { get; set; }

        /// <summary>Grows with every move in the map.</summary>
        internal long Moved { get; set; }

        /// <summary>Says which node or step the person is at.</summary>
        public void MoveTo(int? number) => presence.Move(this, number);

        public void Dispose() => presence.Leave(this);

        internal void Tell() => changed();
    }
}
