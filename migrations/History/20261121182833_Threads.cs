using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArgMap.Migrations.History
{
    /// <inheritdoc />
    public partial class Threads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_citations_map_id_source_number",
                table: "citations");

            migrationBuilder.AddColumn<int>(
                name: "post_number",
                table: "citations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "post_start",
                table: "citations",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "citation_anchors",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    citation_number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    start = table.Column<int>(type: "integer", nullable: true),
                    length = table.Column<int>(type: "integer", nullable: false),
                    now = table.Column<string>(type: "text", nullable: true),
                    post_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citation_anchors", x => new { x.map_id, x.citation_number });
                    table.CheckConstraint("ck_citation_anchors_place", "(start is null) = (state = 'Orphaned')");
                    table.ForeignKey(
                        name: "fk_citation_anchors_map_id_citation_number",
                        columns: x => new { x.map_id, x.citation_number },
                        principalTable: "citations",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_threads",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    source_number = table.Column<int>(type: "integer", nullable: false),
                    format = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    forum = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    posts = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    report = table.Column<string>(type: "jsonb", nullable: false),
                    etag = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    last_modified = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_threads", x => new { x.map_id, x.source_number });
                    table.CheckConstraint("ck_forum_threads_posts", "posts >= 0");
                    table.ForeignKey(
                        name: "fk_forum_threads_map_id_source_number",
                        columns: x => new { x.map_id, x.source_number },
                        principalTable: "sources",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "thread_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    source_number = table.Column<int>(type: "integer", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    format_wanted = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    rereads = table.Column<Guid>(type: "uuid", nullable: true),
                    takes_title = table.Column<bool>(type: "boolean", nullable: false),
                    posts_stored = table.Column<int>(type: "integer", nullable: false),
                    posts_found = table.Column<int>(type: "integer", nullable: true),
                    message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    outcome = table.Column<string>(type: "jsonb", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heartbeat_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claim = table.Column<Guid>(type: "uuid", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_cancel_asked = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_imports", x => x.id);
                    table.CheckConstraint("ck_thread_imports_end", "(state in ('Done', 'Failed', 'Cancelled')) = (finished_at is not null)");
                    table.ForeignKey(
                        name: "fk_thread_imports_actor_id",
                        column: x => x.actor_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thread_imports_map_id",
                        column: x => x.map_id,
                        principalTable: "maps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thread_imports_map_id_source_number",
                        columns: x => new { x.map_id, x.source_number },
                        principalTable: "sources",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thread_imports_rereads",
                        column: x => x.rereads,
                        principalTable: "thread_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    source_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    external_id = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    parent_number = table.Column<int>(type: "integer", nullable: true),
                    parent_from = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    descendants = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    author_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    author_state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_as_written = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_vanished = table.Column<bool>(type: "boolean", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<int>(type: "integer", nullable: false),
                    quotes = table.Column<string>(type: "jsonb", nullable: false),
                    nothing_to_map_by = table.Column<Guid>(type: "uuid", nullable: true),
                    nothing_to_map_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => new { x.map_id, x.source_number, x.number });
                    table.CheckConstraint("ck_posts_nothing_to_map", "num_nonnulls(nothing_to_map_by, nothing_to_map_at) in (0, 2)");
                    table.CheckConstraint("ck_posts_numbers", "number >= 1 and position >= 0 and depth >= 0 and version >= 1 and parent_number <> number");
                    table.ForeignKey(
                        name: "fk_posts_map_id_source_number",
                        columns: x => new { x.map_id, x.source_number },
                        principalTable: "forum_threads",
                        principalColumns: new[] { "map_id", "source_number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suggestions",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    source_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    rank = table.Column<double>(type: "double precision", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    post_number = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    made_node = table.Column<int>(type: "integer", nullable: true),
                    made_relation = table.Column<int>(type: "integer", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suggestions", x => new { x.map_id, x.source_number, x.number });
                    table.CheckConstraint("ck_suggestions_answer", "(state = 'Open') = (answered_at is null)");
                    table.ForeignKey(
                        name: "fk_suggestions_answered_by",
                        column: x => x.answered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_suggestions_map_id_source_number",
                        columns: x => new { x.map_id, x.source_number },
                        principalTable: "forum_threads",
                        principalColumns: new[] { "map_id", "source_number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "raw_inputs",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_raw_inputs", x => new { x.map_id, x.import_id, x.index });
                    table.ForeignKey(
                        name: "fk_raw_inputs_import_id",
                        column: x => x.import_id,
                        principalTable: "thread_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_versions",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    source_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_versions", x => new { x.map_id, x.source_number, x.number, x.version });
                    table.ForeignKey(
                        name: "fk_post_versions_map_id_source_number_number",
                        columns: x => new { x.map_id, x.source_number, x.number },
                        principalTable: "posts",
                        principalColumns: new[] { "map_id", "source_number", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_citations_map_id_source_number_post_number",
                table: "citations",
                columns: new[] { "map_id", "source_number", "post_number" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_post",
                table: "citations",
                sql: "num_nonnulls(post_number, post_start) in (0, 2) and (post_number is null or exact is not null) and post_start >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_posts_map_id_source_number_external_id",
                table: "posts",
                columns: new[] { "map_id", "source_number", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posts_map_id_source_number_parent_number",
                table: "posts",
                columns: new[] { "map_id", "source_number", "parent_number" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_map_id_source_number_position",
                table: "posts",
                columns: new[] { "map_id", "source_number", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_raw_inputs_import_id",
                table: "raw_inputs",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_answered_by",
                table: "suggestions",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_map_id_source_number_post_number",
                table: "suggestions",
                columns: new[] { "map_id", "source_number", "post_number" });

            migrationBuilder.CreateIndex(
                name: "ix_thread_imports_actor_id",
                table: "thread_imports",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_thread_imports_created_at",
                table: "thread_imports",
                column: "created_at",
                filter: "finished_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_thread_imports_map_id_source_number",
                table: "thread_imports",
                columns: new[] { "map_id", "source_number" });

            migrationBuilder.CreateIndex(
                name: "ix_thread_imports_rereads",
                table: "thread_imports",
                column: "rereads");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "citation_anchors");

            migrationBuilder.DropTable(
                name: "post_versions");

            migrationBuilder.DropTable(
                name: "raw_inputs");

            migrationBuilder.DropTable(
                name: "suggestions");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "thread_imports");

            migrationBuilder.DropTable(
                name: "forum_threads");

            migrationBuilder.DropIndex(
                name: "ix_citations_map_id_source_number_post_number",
                table: "citations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_post",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "post_number",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "post_start",
                table: "citations");

            migrationBuilder.CreateIndex(
                name: "ix_citations_map_id_source_number",
                table: "citations",
                columns: new[] { "map_id", "source_number" });
        }
    }
}
