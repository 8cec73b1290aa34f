using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ArgMap.Migrations.History
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_tokens_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "maps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    next_number = table.Column<int>(type: "integer", nullable: false),
                    next_entry = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    creation_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    about = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    root = table.Column<int>(type: "integer", nullable: true),
                    visibility = table.Column<int>(type: "integer", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maps", x => x.id);
                    table.CheckConstraint("ck_maps_revision", "revision >= 0 and next_number >= 1 and next_entry >= 1");
                    table.CheckConstraint("ck_maps_slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.ForeignKey(
                        name: "fk_maps_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_claims_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_person_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_person_passkeys_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_person_tokens_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    things = table.Column<List<string>>(type: "text[]", nullable: false),
                    undoes = table.Column<int>(type: "integer", nullable: true),
                    idempotency_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => new { x.map_id, x.revision });
                    table.ForeignKey(
                        name: "fk_changes_actor_id",
                        column: x => x.actor_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_changes_map_id",
                        column: x => x.map_id,
                        principalTable: "maps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "nodes",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    detail = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    promoted_from = table.Column<int>(type: "integer", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nodes", x => new { x.map_id, x.number });
                    table.CheckConstraint("ck_nodes_kind", "kind between 0 and 1");
                    table.ForeignKey(
                        name: "fk_nodes_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nodes_map_id",
                        column: x => x.map_id,
                        principalTable: "maps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    medium = table.Column<int>(type: "integer", nullable: false),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    authors = table.Column<List<string>>(type: "text[]", nullable: false),
                    published = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    text = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => new { x.map_id, x.number });
                    table.CheckConstraint("ck_sources_length", "minutes > 0 and words > 0");
                    table.CheckConstraint("ck_sources_published", "published ~ '^\\d{4}(-\\d{2}(-\\d{2})?)?$'");
                    table.ForeignKey(
                        name: "fk_sources_added_by_id",
                        column: x => x.added_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sources_map_id",
                        column: x => x.map_id,
                        principalTable: "maps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relations",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    target_node = table.Column<int>(type: "integer", nullable: true),
                    target_relation = table.Column<int>(type: "integer", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relations", x => new { x.map_id, x.number });
                    table.CheckConstraint("ck_relations_kind", "kind between 0 and 5");
                    table.CheckConstraint("ck_relations_target", "num_nonnulls(target_node, target_relation) = 1");
                    table.ForeignKey(
                        name: "fk_relations_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_relations_map_id",
                        column: x => x.map_id,
                        principalTable: "maps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_relations_map_id_target_node",
                        columns: x => new { x.map_id, x.target_node },
                        principalTable: "nodes",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_relations_map_id_target_relation",
                        columns: x => new { x.map_id, x.target_relation },
                        principalTable: "relations",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "source_links",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_source = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    to_source = table.Column<int>(type: "integer", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_links", x => new { x.map_id, x.number });
                    table.CheckConstraint("ck_source_links_two", "from_source <> to_source");
                    table.ForeignKey(
                        name: "fk_source_links_added_by_id",
                        column: x => x.added_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_source_links_map_id_from_source",
                        columns: x => new { x.map_id, x.from_source },
                        principalTable: "sources",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_source_links_map_id_to_source",
                        columns: x => new { x.map_id, x.to_source },
                        principalTable: "sources",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    about_node = table.Column<int>(type: "integer", nullable: true),
                    about_relation = table.Column<int>(type: "integer", nullable: true),
                    reply_to = table.Column<int>(type: "integer", nullable: true),
                    body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => new { x.map_id, x.number });
                    table.CheckConstraint("ck_comments_about", "num_nonnulls(about_node, about_relation) = 1");
                    table.ForeignKey(
                        name: "fk_comments_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_map_id",
                        column: x => x.map_id,
                        principalTable: "maps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_map_id_about_node",
                        columns: x => new { x.map_id, x.about_node },
                        principalTable: "nodes",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_map_id_about_relation",
                        columns: x => new { x.map_id, x.about_relation },
                        principalTable: "relations",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_map_id_reply_to",
                        columns: x => new { x.map_id, x.reply_to },
                        principalTable: "comments",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "premises",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    relation_number = table.Column<int>(type: "integer", nullable: false),
                    node_number = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_premises", x => new { x.map_id, x.relation_number, x.node_number });
                    table.ForeignKey(
                        name: "fk_premises_map_id_node_number",
                        columns: x => new { x.map_id, x.node_number },
                        principalTable: "nodes",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_premises_map_id_relation_number",
                        columns: x => new { x.map_id, x.relation_number },
                        principalTable: "relations",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "threads",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    about_node = table.Column<int>(type: "integer", nullable: true),
                    about_relation = table.Column<int>(type: "integer", nullable: true),
                    is_resolved = table.Column<bool>(type: "boolean", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_threads", x => new { x.map_id, x.number });
                    table.CheckConstraint("ck_threads_about", "coalesce(about_node, about_relation) = number and num_nonnulls(about_node, about_relation) = 1");
                    table.ForeignKey(
                        name: "fk_threads_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_threads_map_id_about_node",
                        columns: x => new { x.map_id, x.about_node },
                        principalTable: "nodes",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_threads_map_id_about_relation",
                        columns: x => new { x.map_id, x.about_relation },
                        principalTable: "relations",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "citations",
                columns: table => new
                {
                    map_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    about_node = table.Column<int>(type: "integer", nullable: true),
                    about_relation = table.Column<int>(type: "integer", nullable: true),
                    about_comment = table.Column<int>(type: "integer", nullable: true),
                    source_number = table.Column<int>(type: "integer", nullable: false),
                    exact = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    prefix = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    suffix = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    start_seconds = table.Column<int>(type: "integer", nullable: true),
                    end_seconds = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citations", x => new { x.map_id, x.number });
                    table.CheckConstraint("ck_citations_about", "num_nonnulls(about_node, about_relation, about_comment) = 1");
                    table.CheckConstraint("ck_citations_times", "start_seconds >= 0 and end_seconds > start_seconds");
                    table.ForeignKey(
                        name: "fk_citations_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_citations_map_id_about_comment",
                        columns: x => new { x.map_id, x.about_comment },
                        principalTable: "comments",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_citations_map_id_about_node",
                        columns: x => new { x.map_id, x.about_node },
                        principalTable: "nodes",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_citations_map_id_about_relation",
                        columns: x => new { x.map_id, x.about_relation },
                        principalTable: "relations",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_citations_map_id_source_number",
                        columns: x => new { x.map_id, x.source_number },
                        principalTable: "sources",
                        principalColumns: new[] { "map_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_hash",
                table: "access_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_tokens_person_id",
                table: "access_tokens",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_changes_actor_id",
                table: "changes",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_changes_map_id_actor_id_idempotency_key",
                table: "changes",
                columns: new[] { "map_id", "actor_id", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_changes_map_id_undoes",
                table: "changes",
                columns: new[] { "map_id", "undoes" },
                filter: "undoes is not null");

            migrationBuilder.CreateIndex(
                name: "ix_changes_things",
                table: "changes",
                column: "things")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_citations_author_id",
                table: "citations",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_citations_map_id_about_comment",
                table: "citations",
                columns: new[] { "map_id", "about_comment" });

            migrationBuilder.CreateIndex(
                name: "ix_citations_map_id_about_node",
                table: "citations",
                columns: new[] { "map_id", "about_node" });

            migrationBuilder.CreateIndex(
                name: "ix_citations_map_id_about_relation",
                table: "citations",
                columns: new[] { "map_id", "about_relation" });

            migrationBuilder.CreateIndex(
                name: "ix_citations_map_id_source_number",
                table: "citations",
                columns: new[] { "map_id", "source_number" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_author_id",
                table: "comments",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_map_id_about_node",
                table: "comments",
                columns: new[] { "map_id", "about_node" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_map_id_about_relation",
                table: "comments",
                columns: new[] { "map_id", "about_relation" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_map_id_reply_to",
                table: "comments",
                columns: new[] { "map_id", "reply_to" });

            migrationBuilder.CreateIndex(
                name: "ix_maps_owner_id_changed_at",
                table: "maps",
                columns: new[] { "owner_id", "changed_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_maps_owner_id_creation_key",
                table: "maps",
                columns: new[] { "owner_id", "creation_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maps_slug",
                table: "maps",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maps_visibility_changed_at_id",
                table: "maps",
                columns: new[] { "visibility", "changed_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_nodes_author_id",
                table: "nodes",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_normalized_email",
                table: "people",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_people_normalized_user_name",
                table: "people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_claims_user_id",
                table: "person_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_logins_user_id",
                table: "person_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_passkeys_user_id",
                table: "person_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_premises_map_id_node_number",
                table: "premises",
                columns: new[] { "map_id", "node_number" });

            migrationBuilder.CreateIndex(
                name: "ix_relations_author_id",
                table: "relations",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_relations_map_id_target_node",
                table: "relations",
                columns: new[] { "map_id", "target_node" });

            migrationBuilder.CreateIndex(
                name: "ix_relations_map_id_target_relation",
                table: "relations",
                columns: new[] { "map_id", "target_relation" });

            migrationBuilder.CreateIndex(
                name: "ix_source_links_added_by_id",
                table: "source_links",
                column: "added_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_links_map_id_from_source",
                table: "source_links",
                columns: new[] { "map_id", "from_source" });

            migrationBuilder.CreateIndex(
                name: "ix_source_links_map_id_to_source",
                table: "source_links",
                columns: new[] { "map_id", "to_source" });

            migrationBuilder.CreateIndex(
                name: "ix_sources_added_by_id",
                table: "sources",
                column: "added_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_threads_by_id",
                table: "threads",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_threads_map_id_about_node",
                table: "threads",
                columns: new[] { "map_id", "about_node" });

            migrationBuilder.CreateIndex(
                name: "ix_threads_map_id_about_relation",
                table: "threads",
                columns: new[] { "map_id", "about_relation" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_tokens");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "citations");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "person_claims");

            migrationBuilder.DropTable(
                name: "person_logins");

            migrationBuilder.DropTable(
                name: "person_passkeys");

            migrationBuilder.DropTable(
                name: "person_tokens");

            migrationBuilder.DropTable(
                name: "premises");

            migrationBuilder.DropTable(
                name: "source_links");

            migrationBuilder.DropTable(
                name: "threads");

            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "relations");

            migrationBuilder.DropTable(
                name: "nodes");

            migrationBuilder.DropTable(
                name: "maps");

            migrationBuilder.DropTable(
                name: "people");
        }
    }
}
