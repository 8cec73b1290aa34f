namespace ArgMap.Server.History;

/// <summary>What a person did. Stored by name in <c>changes.kind</c>: names are never reused.</summary>
public enum ChangeKind
{
    CreateMap,
    EditMap,
    AddNode,
    AddRelation,
    EditNode,
    EditRelation,
    WithdrawNode,
    WithdrawRelation,
    AddComment,
    EditComment,
    WithdrawComment,
    PromoteComment,
    ResolveThread,
    ReopenThread,
    AddSource,
    EditSource,
    WithdrawSource,
    LinkSources,
    UnlinkSources,
    AddCitation,
    WithdrawCitation,
    Undo,
    MoveNode,
    GroupPremises,
    UngroupPremises,
    AddSubtree,
    WithdrawSubtree,
    ImportThread,
}
