namespace ArgMap.Server.Maps;

/// <summary>Where a reader is in the picture. What is shown beside it leads on within it, and its forms come back to it.</summary>
/// <param name="At">The address of the picture as it is, with the node or step of this number chosen.</param>
/// <param name="ReturnTo">The address of the picture with what is chosen, and what may be added to it drawn.</param>
public sealed record PlaceInMap(Func<int, string> At, string ReturnTo);
